import { type I18n, type Messages, setupI18n } from '@lingui/core';
import { type Locale, languageTag } from './locale.ts';

/** A plain text, or Lingui's tokens where the message has values, plurals or choices. */
export type CompiledMessage = Messages[string];
export type Catalogue = Record<string, CompiledMessage>;
export type Values = Record<string, string | number>;

type Shelf = { texts: Catalogue; i18n: I18n };
const shelves = new Map<Locale, Shelf>();

/** Adds messages to a locale: all of them on the server, what has been loaded in the browser. */
export function addMessages(locale: Locale, catalogue: Catalogue): void {
  const shelf = shelves.get(locale) ?? { texts: {}, i18n: setupI18n() };
  Object.assign(shelf.texts, catalogue);
  shelf.i18n.loadAndActivate({ locale, locales: languageTag(locale), messages: shelf.texts });
  shelves.set(locale, shelf);
}

/** The text, or nothing when this locale does not (yet) hold the key. */
export function formatMessage(locale: Locale, key: string, values?: Values): string | undefined {
  const shelf = shelves.get(locale);
  const message = shelf?.texts[key];
  if (message === undefined || shelf === undefined) return undefined;
  return typeof message === 'string' ? message : shelf.i18n._(key, values);
}
