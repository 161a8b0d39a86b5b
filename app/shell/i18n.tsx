import { createContext, Fragment, type ReactNode, useContext, useMemo } from 'react';
import { loadOtherMessages } from '#app/messages/load-one.ts';
import type { Locale } from '#app/messages/locale.ts';
import { formatMessage, type Values } from '#app/messages/registry.ts';
import type { MessageKey } from '#app/messages/subjects.ts';
import { createFormat, type Format } from './format.ts';
import { fillIn, maskValues, type RichValues } from './rich-text.tsx';

export type { Locale } from '#app/messages/locale.ts';
export type { MessageKey } from '#app/messages/subjects.ts';

export type Translate = {
  (key: MessageKey, values?: Values): string;
  /** A text with elements in it: `{name}` may be a node, `<link>…</link>` is handed to `values.link`. */
  rich: (key: MessageKey, values: RichValues) => ReactNode;
  /** For keys that come from data, such as a field's error: shows the key itself when there is no such text. */
  maybe: (key: string, values?: Values) => string;
  locale: Locale;
};

const translators = new Map<Locale, Translate>();

/** The words of one locale, in loaders, `meta` and tests; components use `useT()`. */
export function createT(locale: Locale): Translate {
  const known = translators.get(locale);
  if (known) return known;
  const t: Translate = Object.assign((key: MessageKey, values?: Values) => lookUp(locale, key, values), {
    rich: (key: MessageKey, values: RichValues) => {
      return fillIn(lookUp(locale, key, maskValues(values)), values);
    },
    maybe: (key: string, values?: Values) => formatMessage(locale, key, values) ?? key,
    locale,
  });
  translators.set(locale, t);
  return t;
}

const inBrowser = typeof document !== 'undefined';
const loadedRest = new Set<Locale>();

function lookUp(locale: Locale, key: MessageKey, values?: Values): string {
  const text = formatMessage(locale, key, values);
  if (text !== undefined) return text;
  // The second chunk of words is still under way: suspend, so that the reader keeps the page they have.
  if (inBrowser && !loadedRest.has(locale)) {
    throw loadOtherMessages(locale).then(() => {
      loadedRest.add(locale);
    });
  }
  throw new Error(`No message ${key} in ${locale}`);
}

type Reader = { locale: Locale; timeZone: string; now: string };

const I18nContext = createContext<Reader & { format: Format }>({
  locale: 'en',
  timeZone: 'UTC',
  now: new Date(0).toISOString(),
  format: createFormat('en', 'UTC', new Date(0).toISOString()),
});

/** Gives the pages below it the reader's language, time zone and the server's "now". */
export function I18nProvider({ children, locale, timeZone, now }: Reader & { children: ReactNode }) {
  const value = useMemo(
    () => ({ locale, timeZone, now, format: createFormat(locale, timeZone, now) }),
    [locale, timeZone, now],
  );
  return <I18nContext.Provider value={value}>{children}</I18nContext.Provider>;
}

/** `const t = useT(); t('feed.newPosts', { count })` */
export function useT(): Translate {
  return createT(useContext(I18nContext).locale);
}

/** Dates, times and numbers in the reader's language and zone. */
export function useFormat(): Format {
  return useContext(I18nContext).format;
}

/** Language, zone and "now" of the page: what {@link I18nProvider} was given. */
export function useReader(): Reader {
  const { locale, timeZone, now } = useContext(I18nContext);
  return { locale, timeZone, now };
}

/** The server's "now" when the page was made, to the minute, ISO: the same on both sides. */
export function useNow(): string {
  return useContext(I18nContext).now;
}

/** A moment: relative, with the exact time on hover. */
export function Time({ at, className }: { at: string; className?: string }) {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.dateTime(at)} className={className} suppressHydrationWarning>
      {format.relativeTime(at)}
    </time>
  );
}

/** Joins the parts of a line with a quiet middle dot, leaving out what is missing. */
export function Dotted({ parts }: { parts: ReactNode[] }) {
  const shown = parts.filter((part) => part !== null && part !== undefined && part !== false && part !== '');
  return shown.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line have no other identity
    <Fragment key={index}>
      {index > 0 && <span aria-hidden="true"> · </span>}
      {part}
    </Fragment>
  ));
}
