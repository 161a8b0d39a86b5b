import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCatalogues, checkUse, saysDu, slots } from './check-messages.ts';
import { readFolder } from './compile.ts';

const folder = (locale: string) => readFolder(join(import.meta.dirname, locale));
const catalogues = { en: folder('en'), de: folder('de'), sie: folder('de-sie') };
const root = join(import.meta.dirname, '../..');

function* sources(): Generator<string> {
  for (const wing of ['app', 'server']) {
    for (const file of readdirSync(join(root, wing), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(file) || /\.test\.tsx?$|generated|check-messages/.test(file)) continue;
      yield readFileSync(join(root, wing, file), 'utf8');
    }
  }
}

describe('the catalogues', () => {
  it('hold the same messages, with the same values, in English, German du and German Sie', () => {
    expect(checkCatalogues(catalogues)).toEqual([]);
  });

  it('hold what the code uses, and nothing else', () => {
    expect(checkUse(sources(), catalogues.en)).toEqual([]);
  });

  it('are all named in subjects.ts', () => {
    const listed = readFileSync(join(import.meta.dirname, 'subjects.ts'), 'utf8');
    const files = readdirSync(join(import.meta.dirname, 'en'));
    expect(files.filter((file) => !listed.includes(`'./en/${file}'`))).toEqual([]);
  });
});

describe('the check finds', () => {
  const good = { en: { 'a.b': 'Hello {name}' }, de: { 'a.b': 'Hallo {name}' }, sie: {} };

  it('nothing in sound catalogues', () => {
    expect(checkCatalogues(good)).toEqual([]);
  });

  it.each([
    ['a missing German text', { ...good, de: {} }, 'no German text'],
    ['a missing English text', { ...good, en: {} }, 'no English text'],
    ['an empty text', { ...good, en: { 'a.b': '' }, de: { 'a.b': '' } }, 'empty in en'],
    ['another value', { ...good, de: { 'a.b': 'Hallo {nam}' } }, 'values differ'],
    ['another tag', { en: { 'a.b': '<b>x</b>' }, de: { 'a.b': '<i>x</i>' }, sie: {} }, 'values differ'],
    ['broken ICU', { ...good, en: { 'a.b': 'Hello {name' } }, 'not valid ICU in en'],
    ['a du text without Sie', { ...good, de: { 'a.b': 'Hallo {name}, deine Post' } }, 'has no Sie text'],
    ['a command without Sie', { ...good, de: { 'a.b': 'Gib {name} ein' } }, 'has no Sie text'],
    ['Sie in the du text', { ...good, de: { 'a.b': 'Bitte geben Sie {name} ein' } }, 'the du text says Sie'],
    [
      'du in the Sie text',
      { ...good, de: { 'a.b': 'Dein {name}' }, sie: { 'a.b': 'Ihr {name}, du' } },
      'the Sie text says du',
    ],
    ['a Sie text for nothing', { ...good, sie: { 'a.c': 'Sie' } }, 'without a du text'],
  ])('%s', (_, planted, fault) => {
    expect(checkCatalogues(planted).join('\n')).toContain(fault);
  });

  it('a key that no catalogue has, and one that nobody uses', () => {
    const en = { 'a.used': 'x', 'a.unused': 'y', 'a.state_open': 'z' };
    const code = ["t('a.used'); t('a.missing', { n: 1 }); t(`a.state_${state}`)"];
    expect(checkUse(code, en)).toEqual([
      'a.missing: used, but in no catalogue',
      'a.unused: in the catalogues, but not used',
    ]);
  });
});

describe('saysDu', () => {
  it.each([
    'Was möchtest du teilen?',
    'Prüfe das Netz.',
    'Bitte gib etwas ein.',
    'Frag sie einfach.',
    'Dein Feed',
  ])('hears it in „%s“', (text) => expect(saysDu(text)).toBe(true));
  it.each([
    'Individuell',
    'Antworten',
    'Suche',
    'Frage an Mara',
    'Die Stelle ist frei',
    'Bitte ausfüllen.',
    'Danke!',
  ])('does not hear it in „%s“', (text) => expect(saysDu(text)).toBe(false));
});

describe('slots', () => {
  it('looks into plurals and choices', () => {
    expect(slots('{count, plural, one {# Post von {name}} other {# Posts}}')).toBe('{count, name}');
  });
});
