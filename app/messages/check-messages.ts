import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Texts } from './compile.ts';

/** The three catalogues as they lie on disk; `sie` holds only what differs from `de`. */
export type Catalogues = { en: Texts; de: Texts; sie: Texts };

/** Everything wrong with the catalogues, one sentence each. */
export function checkCatalogues({ en, de, sie }: Catalogues): string[] {
  return [
    ...Object.keys(en)
      .filter((key) => !(key in de))
      .map((key) => `${key}: no German text`),
    ...Object.keys(de)
      .filter((key) => !(key in en))
      .map((key) => `${key}: no English text`),
    ...Object.keys(sie)
      .filter((key) => !(key in de))
      .map((key) => `${key}: a Sie text without a du text`),
    ...Object.entries(en).flatMap(([key, text]) => checkText(key, 'en', text)),
    ...Object.entries(de).flatMap(([key, text]) => checkGerman(key, text, en[key], sie[key])),
    ...Object.entries(sie).flatMap(([key, text]) => checkSie(key, text, de[key], en[key])),
  ];
}

/** Literal keys in code that no catalogue has, and catalogue keys that no code names. */
export function checkUse(sources: Iterable<string>, en: Texts): string[] {
  const named = new Set<string>();
  const missing = new Set<string>();
  for (const text of sources) {
    const source = withoutComments(text);
    for (const key of namedKeys(source, en)) named.add(key);
    for (const [, key = ''] of source.matchAll(/\bt(?:\.rich|\.maybe)?\(\s*'([a-z][\w-]*\.\w+)'/g)) {
      if (!(key in en)) missing.add(key);
    }
  }
  return [
    ...[...missing].map((key) => `${key}: used, but in no catalogue`),
    ...Object.keys(en)
      .filter((key) => !named.has(key))
      .map((key) => `${key}: in the catalogues, but not used`),
  ];
}

/** The keys of a catalogue that a source names, wherever in it. */
export function namedKeys(source: string, texts: Texts): string[] {
  const code = withoutComments(source);
  const named = [...code.matchAll(/['"`]([a-z]\w*\.[a-z]\w*)['"`]/g)].map(([, key = '']) => key);
  // `t(`projects.health_${health}`)`: every key that begins so counts as named.
  const prefixes = [...code.matchAll(/`([a-z]\w*\.\w*)\$\{/g)].map(([, prefix = '']) => prefix);
  const begun = Object.keys(texts).filter((key) => prefixes.some((prefix) => key.startsWith(prefix)));
  return [...named.filter((key) => key in texts), ...begun];
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function checkText(key: string, locale: string, text: string): string[] {
  const faults: string[] = [];
  if (text.trim() === '') faults.push(`${key}: empty in ${locale}`);
  if (text !== text.trim()) faults.push(`${key}: white space around the ${locale} text`);
  try {
    compileMessageOrThrow(text);
  } catch (error) {
    faults.push(`${key}: not valid ICU in ${locale} (${(error as Error).message.split('\n')[0]})`);
  }
  return faults;
}

// The choice between du and Sie names them; it addresses nobody.
const NAMES_A_TONE = /\.tone(Du|Sie)/;

function checkGerman(key: string, text: string, english: string | undefined, formal: string | undefined) {
  const faults = checkText(key, 'de', text);
  if (faults.length > 0) return faults;
  faults.push(...compareSlots(key, english, 'de', text));
  if (NAMES_A_TONE.test(key)) return faults;
  if (saysDu(text) && formal === undefined) faults.push(`${key}: says du („${text}“) and has no Sie text`);
  if (saysSie(text)) faults.push(`${key}: the du text says Sie („${text}“)`);
  return faults;
}

function checkSie(key: string, text: string, informal: string | undefined, english: string | undefined) {
  const faults = checkText(key, 'de-sie', text);
  if (faults.length > 0) return faults;
  if (saysDu(text)) faults.push(`${key}: the Sie text says du („${text}“)`);
  if (text === informal) faults.push(`${key}: the Sie text is the du text`);
  return [...faults, ...compareSlots(key, english, 'de-sie', text)];
}

function compareSlots(key: string, english: string | undefined, locale: string, text: string): string[] {
  if (english === undefined || checkText(key, 'en', english).length > 0) return [];
  const [theirs, ours] = [slots(english), slots(text)];
  return theirs === ours ? [] : [`${key}: values differ, en ${theirs} – ${locale} ${ours}`];
}

/** Names of values and tags in a text, sorted: what every language must take alike. */
export function slots(text: string): string {
  const names = new Set<string>();
  const visit = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens) {
      if (!Array.isArray(token)) continue;
      const [name, , choices] = token as [string, string?, unknown?];
      names.add(name);
      if (choices && typeof choices === 'object') for (const choice of Object.values(choices)) visit(choice);
    }
  };
  visit(compileMessageOrThrow(text));
  for (const [, tag] of text.matchAll(/<(\w+)>/g)) names.add(`<${tag}>`);
  return `{${[...names].sort().join(', ')}}`;
}

const DU_WORDS =
  /(?<![\p{L}])(du|dich|dir|dein|deine|deiner|deinem|deinen|deines|deins|euch|euer|eure|eurem|euren|eurer|ihr seid)(?![\p{L}])/iu;

// Imperatives of du, as they begin a sentence or follow "bitte", "dann", "und". Forms that are also nouns
// ("Suche", "Frage", "Antwort") count only where an object or "bitte" makes a command of them.
const DU_COMMANDS =
  'Gib|Geh|Gehe|Lies|Nimm|Sieh|Schau|Schreib|Schreibe|Wähl|Wähle|Klick|Klicke|Tipp|Tippe|Drück|Drücke|Versuch|Versuche|Prüf|Prüfe|Warte|Lade|Öffne|Schließe|Lass|Lasse|Mach|Mache|Füge|Melde|Bestätige|Ändere|Lege|Setze|Stell|Stelle|Frag|Teile|Lösche|Entferne|Bearbeite|Speichere|Sende|Schick|Schicke|Nenne|Nenn|Zeig|Zeige|Verwende|Benutze|Nutze|Erstelle|Trage|Trag|Beantworte|Achte|Denk|Denke|Hilf|Komm|Sag|Sage|Vergiss|Probier|Probiere|Wende|Bitte gib|Such|Ziehe|Zieh|Lade|Hole|Hol|Leg|Pflege|Beginne|Starte|Folge|Merke|Beschreibe|Erzähl|Erzähle|Bring|Danke';
const COMMAND = new RegExp(
  `(?:^|[.!?:;–]\\s+|[({]\\s*|\\b(?:bitte|Bitte|dann|und|oder)\\s+)(?:${DU_COMMANDS}|${DU_COMMANDS.toLowerCase()})(?![\\p{L}])(?!\\s*$)`,
  'u',
);

/** Does this German text address the reader as du: by a pronoun, or by an imperative that we know? */
export function saysDu(text: string): boolean {
  return DU_WORDS.test(text) || COMMAND.test(withoutNouns(text));
}

// "Danke", "Folge …" and the like stand for nouns or set phrases in these places.
function withoutNouns(text: string): string {
  return text.replace(
    /\b(Danke|Folge|Stelle|Lade|Frage|Suche)\b(?=\s*(?:[,.!?:…]|$|an\b|für\b|der\b|von\b))/gu,
    '',
  );
}

function saysSie(text: string): boolean {
  return (
    /(?<![.!?:„“]\s|^)(?<![\p{L}])(Ihnen|Ihrem|Ihren|Ihrer|Ihres)(?![\p{L}])/u.test(text) ||
    /\p{L}en Sie\b/u.test(text)
  );
}
