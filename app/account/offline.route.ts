import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageTag, toLocale } from '#app/messages/locale.ts';
import { createT } from '#app/shell/i18n.tsx';
import { withProblems } from '#app/shell/with-errors.ts';

/**
 * What the service worker shows where the network is away (public/sw.js): one document that needs nothing else, in the
 * language it is asked for, with nothing of anybody in it. Its style and script run by the nonce of this very answer,
 * which is kept together with it.
 */
export const loader = withProblems(async ({ context, request }: LoaderFunctionArgs) => {
  const asked = new URL(request.url).searchParams.get('lang');
  const language = asked === 'de' || asked === 'en' ? asked : context.locale.language;
  const locale = toLocale(language, context.locale.tone);
  const t = createT(locale);
  const words = {
    title: t('account.offlineTitle'),
    text: t('account.offlineText'),
    kept: t('account.offlineKept'),
    drafts: t('account.offlineDrafts', { count: '#' }),
    retry: t('account.offlineRetry'),
  };
  const { brandHue } = context.config;
  const html = page({ ...words, lang: languageTag(locale).slice(0, 2), hue: brandHue, nonce: context.nonce });
  return new Response(html, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
});

type Given = Record<'title' | 'text' | 'kept' | 'drafts' | 'retry' | 'lang' | 'nonce', string> & {
  hue: number;
};

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function page({ title, text, kept, drafts, retry, lang, hue, nonce }: Given): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; --page: #fbfaf8; --ink: #1b1c20; --soft: #54565e; --brand: oklch(0.45 0.09 ${hue}); --on: #fff; }
@media (prefers-color-scheme: dark) { :root { --page: #121316; --ink: #eceef2; --soft: #a9acb6; --brand: oklch(0.8 0.09 ${hue}); --on: #10151a; } }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; background: var(--page); color: var(--ink); font: 16px/1.6 "Inter Variable", Inter, system-ui, sans-serif; }
main { max-width: 30rem; padding: 2rem 1.25rem; text-wrap: pretty; }
h1 { margin: 0 0 .5rem; font-size: 1.375rem; line-height: 1.3; }
p { margin: 0 0 .75rem; color: var(--soft); }
a { display: inline-block; margin-top: .75rem; padding: .55rem 1.1rem; border-radius: 8px; background: var(--brand); color: var(--on); font-weight: 550; text-decoration: none; }
a:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; }
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
<p>${escaped(kept)}</p>
<p id="drafts" hidden>${escaped(drafts)}</p>
<a href="">${escaped(retry)}</a>
</main>
<script nonce="${nonce}">
addEventListener('online', () => location.reload());
try {
  const count = Object.keys(localStorage).filter((name) => name.startsWith('draft:')).length;
  const line = document.getElementById('drafts');
  if (count) { line.textContent = line.textContent.replace('#', count); line.hidden = false; }
} catch {}
</script>
</body>
</html>
`;
}
