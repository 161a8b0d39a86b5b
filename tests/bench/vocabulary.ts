// What the people of a bench company are called and what they write: made up, the same in every run. As in a language, few
// words stand in most texts and most words in few.

const GIVEN =
  'Anna Ben Carla David Elif Fabian Greta Hannes Ida Jonas Karim Lena Malik Nora Oskar Paula Quirin Ronja Selma Timo ' +
  'Ulla Victor Wanda Xenia Yusuf Zora Arne Berta Cem Doris Emil Frieda Georg Hilda Ivo Jana Kurt Lotte Moritz Nele';
const FAMILY =
  'Adler Bauer Conrad Demir Ebert Fuchs Gerlach Hartmann Iversen Jansen Keller Lorenz Maurer Neumann Otto Pohl Quandt ' +
  'Richter Sommer Thiel Ulrich Vogt Wagner Yilmaz Ziegler Arnold Brandt Cordes Dietrich Engel Franke Graf Huber Ihde ' +
  'Jung Kaya Lang Moser Nowak Oswald Peters Reuter Schulz Tamm Unger Voss Winter Zander Kern Roth';
const SYLLABLES = 'ba der fin gol hu kam lor mest nik pra rut sel tor vam wek zul'.split(' ');

/** 2,000 pairs: in a company of 10,000 five people share a name. */
export const GIVEN_NAMES = GIVEN.split(' ');
export const FAMILY_NAMES = FAMILY.split(' ');
export const A_NAME = 'Ronja Keller';

/** Of three syllables each; the first are the most usual. */
export const WORDS = Array.from({ length: 4096 }, (_, n) => {
  const spread = (n * 1597) % 4096;
  return [spread >> 8, spread >> 4, spread].map((part) => SYLLABLES[part & 15]).join('');
});

/** Stands in about three of ten texts. */
export const COMMON_WORD = WORDS[1] as string;
/** Stands in ten posts of a company of any size. */
export const RARE_WORD = 'zyklotron';

const WORDS_A_SENTENCE = 7;

/** Texts are put together from these. */
export const SENTENCES = makeSentences(4096);

function makeSentences(count: number): string[] {
  const random = numbers(7);
  return Array.from({ length: count }, () => {
    const words = Array.from(
      { length: WORDS_A_SENTENCE },
      () => WORDS[Math.floor(4096 * random() ** 3)],
    ).join(' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  });
}

/** Evenly between 0 and 1, the same from each start (a linear congruential generator). */
function numbers(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
