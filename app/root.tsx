import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, useMatches, useRouteLoaderData } from '@remix-run/react';
import type { CSSProperties, ReactNode } from 'react';
import { TerminalGuard } from '#app/account/terminal-guard.tsx';
import { languageTag, toLocale } from '#app/messages/locale.ts';
import { NotSent } from '#app/shell/forms/not-sent.tsx';
import { BareFrame, Frame } from '#app/shell/frame.tsx';
import type { FrameData } from '#app/shell/frame-data.ts';
import { createT, I18nProvider } from '#app/shell/i18n.tsx';
import { titled } from '#app/shell/meta.ts';
import { useNonce } from '#app/shell/nonce.ts';
import { readTheme } from '#app/shell/theme.ts';
import { useServiceWorker } from '#app/shell/use-service-worker.ts';
import { withErrors } from '#app/shell/with-errors.ts';
import { ToastProvider } from '#app/ui/toast.tsx';
import stylesheet from './styles/app.css?url';
import interLatin from './styles/fonts/inter-latin.woff2?url';

export const links: LinksFunction = () => [
  { rel: 'preload', href: interLatin, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
  { rel: 'apple-touch-icon', href: '/icon-180.png' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
];

export const meta: MetaFunction = titled(() => '');

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const { actor, config, locale, services } = context;
  const frame: FrameData | undefined = actor ? await services.frame.frame(actor) : undefined;
  return {
    locale: toLocale(locale.language, locale.tone),
    timeZone: locale.timeZone,
    // To the minute: until the next, whatever shows a time stays the same.
    now: `${context.now().toISOString().slice(0, 16)}:00.000Z`,
    theme: readTheme(request),
    terminalSeconds: actor?.terminal ? config.terminalSeconds : null,
    companyName: frame?.companyName ?? config.companyName,
    brandHue: frame?.brandHue ?? config.brandHue,
    frame,
  };
});

/** A route that stands without navigation and header: `export const handle = { bare: true }`. */
type Handle = { bare?: boolean } | undefined;

/** The document, around pages and error pages alike; without data where the root loader itself failed. */
export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root');
  const nonce = useNonce();
  const bare = useMatches().some((match) => (match.handle as Handle)?.bare);
  const locale = data?.locale ?? 'en';
  const t = createT(locale);
  const frame = bare ? undefined : data?.frame;
  useServiceWorker(data && Boolean(data.frame) && !data.terminalSeconds, languageTag(locale).slice(0, 2));
  return (
    <html
      lang={languageTag(locale).slice(0, 2)}
      dir="ltr"
      data-locale={locale}
      data-theme={data?.theme === 'system' ? undefined : data?.theme}
      data-faces={data?.frame && !data.frame.abilities.seeFaces ? 'none' : undefined}
      style={{ '--hue': data?.brandHue ?? 205 } as CSSProperties}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf8" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#121316" />
        <meta name="description" content={t('shell.tagline')} />
        <Meta />
        <Links />
      </head>
      <body>
        <I18nProvider
          locale={locale}
          timeZone={data?.timeZone ?? 'Europe/Berlin'}
          now={data?.now ?? '1970-01-01T00:00:00.000Z'}
        >
          <ToastProvider dismissLabel={t('shell.dismiss')}>
            {frame ? (
              <Frame frame={frame} terminal={Boolean(data?.terminalSeconds)}>
                {children}
              </Frame>
            ) : (
              <BareFrame>{children}</BareFrame>
            )}
            <NotSent />
            {data?.terminalSeconds && <TerminalGuard seconds={data.terminalSeconds} />}
          </ToastProvider>
        </I18nProvider>
        <SteadyScroll nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export { RouteError as ErrorBoundary } from '#app/shell/route-error.tsx';

import { SteadyScroll } from '#app/shell/steady-scroll.tsx';

export default function App() {
  return <Outlet />;
}
