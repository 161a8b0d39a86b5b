import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Messages, setupI18n } from '@lingui/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

export type WordsLocale = 'en' | 'de' | 'de-sie';
type Values = Record<string, string | number>;

/** The words of one catalogue subject, by `subject.key`, for what the server writes itself: mails, downloads. */
export type Words = (locale: WordsLocale, key: string, values?: Values) => string;

const LOCALES: WordsLocale[] = ['en', 'de', 'de-sie'];

/**
 * Reads `<locale>/<subject>.json` of the message catalogues, as data: the same files that the pages show, so that
 * translators have one place. Sie is laid over du.
 */
export function readWords(subject: string, folder = 'app/messages'): Words {
  const read = (locale: WordsLocale): Record<string, string> =>
    JSON.parse(readFileSync(path.join(folder, locale, `${subject}.json`), 'utf8'));
  const shelves = new Map(
    LOCALES.map((locale) => {
      const texts = locale === 'de-sie' ? { ...read('de'), ...read('de-sie') } : read(locale);
      const messages = Object.fromEntries(
        Object.entries(texts).map(([key, text]) => [`${subject}.${key}`, compileMessageOrThrow(text)]),
      ) as Messages;
      const i18n = setupI18n();
      i18n.loadAndActivate({ locale, locales: locale === 'en' ? 'en-GB' : 'de-DE', messages });
      return [locale, { i18n, messages }] as const;
    }),
  );
  return (locale, key, values) => {
    const shelf = shelves.get(locale);
    if (!shelf || shelf.messages[key] === undefined) throw new Error(`No message ${key} in ${locale}`);
    return shelf.i18n._(key, values);
  };
}

/** The catalogue for a reader's language and German tone. */
export function wordsLocale(language: 'en' | 'de', tone: 'du' | 'sie'): WordsLocale {
  return language === 'de' && tone === 'sie' ? 'de-sie' : language;
}
