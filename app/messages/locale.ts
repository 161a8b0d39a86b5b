/** `de` says du; `de-sie` is the same German with the texts that address the reader in the formal way. */
export type Locale = 'en' | 'de' | 'de-sie';

export const LOCALES: readonly Locale[] = ['en', 'de', 'de-sie'];

/** The catalogue for a reader's language and the company's German tone. */
export function toLocale(language: 'en' | 'de', tone: 'du' | 'sie'): Locale {
  return language === 'de' && tone === 'sie' ? 'de-sie' : language;
}

/** The tag that `Intl` and `<html lang>` understand. British English: 24-hour clock, day before month. */
export function languageTag(locale: Locale): 'en-GB' | 'de-DE' {
  return locale === 'en' ? 'en-GB' : 'de-DE';
}
