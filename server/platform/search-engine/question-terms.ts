import { STOP_WORDS } from './postgres-query.ts';
import { MAX_TERMS, type Term, term, wordsIn } from './terms.ts';

/** Words that questions begin and go on with, whatever they are about. */
const QUESTION_WORDS = new Set(
  (
    'hallo guten danke gibt geht denn kann kannst können darf dürfen muss müssen soll sollen haben habe hast wann wenn warum wieso weshalb wohin woher wen wem ' +
    'welche welcher welches welchen man noch nicht auch oder eigentlich bitte weiß weiss jemand mein meine mir mich dein deine unser unsere ' +
    'there have has does did can could may must should when why which who whom whose will would not also please know anybody anyone somebody our your my'
  ).split(' '),
);

const LONGEST = 500;

/** The words by which one question is like another: long enough to mean something, or with a digit in them. */
export function questionTerms(text: string): Term[] {
  const words = [...new Set(wordsIn(text.slice(0, LONGEST)).map((word) => word.toLowerCase()))];
  return words.filter(tells).slice(0, MAX_TERMS).map(term);
}

function tells(word: string): boolean {
  if (STOP_WORDS.has(word) || QUESTION_WORDS.has(word)) return false;
  return word.length > 3 || /\d/.test(word);
}
