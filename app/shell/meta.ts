import type { MetaDescriptor } from '@remix-run/node';
import type { Locale } from '#app/messages/locale.ts';
import { createT, type Translate } from './i18n.tsx';

type Match = { id: string; data?: unknown } | undefined;
type MetaArgs = { matches: Match[]; data?: unknown };

/**
 * The page's title in the reader's language:
 * `export const meta = titled((t) => t('people.title'))`, with the loader's data as second argument. A title that is made from
 * data may name somebody, and a browser keeps it: on a shared terminal such a page is called by the house alone.
 */
export function titled<Data = unknown>(title: (t: Translate, data: Data) => string) {
  return ({ matches, data }: MetaArgs): MetaDescriptor[] => {
    const root = matches.find((match) => match?.id === 'root')?.data as RootWords | undefined;
    const t = createT(root?.locale ?? 'en');
    // Without data the page has failed; its error names itself.
    const failed = data === undefined || data === null;
    const own = failed || (root?.terminalSeconds && title.length > 1) ? undefined : title(t, data as Data);
    const house = root?.companyName
      ? `${t('shell.productName')} · ${root.companyName}`
      : t('shell.productName');
    return [{ title: own ? `${own} · ${house}` : house }];
  };
}

type RootWords = { locale: Locale; companyName: string; terminalSeconds: number | null };
