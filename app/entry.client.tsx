import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { loadCoreMessages, loadOtherMessages } from '#app/messages/load-one.ts';
import { LOCALES, type Locale } from '#app/messages/locale.ts';

const named = document.documentElement.dataset.locale;
const IDLE_MS = 1_500;
const locale: Locale = LOCALES.find((known) => known === named) ?? 'en';

// The words must be there before the first render, or the page would not match the server's. The feed needs only
// the first part; it fetches the rest when nothing else is left to do, or at once when a hand comes near.
const needed: Promise<unknown>[] = [loadCoreMessages(locale), pageData()];
const others = () => void loadOtherMessages(locale).catch(() => undefined);
if (location.pathname === '/') {
  for (const sign of ['pointerover', 'touchstart', 'keydown', 'focusin']) {
    document.addEventListener(sign, others, { once: true, passive: true });
  }
  // The page may have been complete before its script came.
  if (document.readyState === 'complete') setTimeout(others, IDLE_MS);
  else window.addEventListener('load', () => setTimeout(others, IDLE_MS), { once: true });
} else needed.push(loadOtherMessages(locale));

Promise.all(needed).then(() => {
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  });
});

/**
 * Until the page's data is decoded. `RemixBrowser` throws the promise of it before anything else, where nothing waits for
 * one: a press just then has React hydrate on the spot, and give up ("Root did not complete", error 345).
 */
async function pageData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (decoding) {
    await decoding;
  }
}
