import type { Locale } from './locale.ts';
import { addMessages, type Catalogue } from './registry.ts';

type Loader = () => Promise<{ default: Catalogue }>;

const core: Record<Locale, Loader> = {
  en: () => import('virtual:messages/en/core'),
  de: () => import('virtual:messages/de/core'),
  'de-sie': () => import('virtual:messages/de-sie/core'),
};

const rest: Record<Locale, Loader> = {
  en: () => import('virtual:messages/en/rest'),
  de: () => import('virtual:messages/de/rest'),
  'de-sie': () => import('virtual:messages/de-sie/rest'),
};

/** The words that the frame and the feed need; awaited before hydration. */
export async function loadCoreMessages(locale: Locale): Promise<void> {
  addMessages(locale, (await core[locale]()).default);
}

const pending = new Map<Locale, Promise<void>>();

/** All other words: once a locale; a page that needs them suspends on this promise. */
export function loadOtherMessages(locale: Locale): Promise<void> {
  let promise = pending.get(locale);
  if (!promise) {
    promise = rest[locale]().then((module) => addMessages(locale, module.default));
    // Tried again by the next page that asks.
    promise.catch(() => pending.delete(locale));
    pending.set(locale, promise);
  }
  return promise;
}
