import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { useTrail } from './use-trail.ts';

const EVENTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** The page that is left for the door stands in the history as the door. */
const forgetAddress = () => window.history.replaceState(null, '', '/sign-in');
/** How often one window tells the others that somebody is there. */
const TELL_MS = 1_000;

/**
 * On a shared terminal: signs out after the given seconds without a hand on it, also while the page itself keeps
 * loading (live updates are nobody's hand). A hand on one window counts for all of this browser's. The server ends
 * the session by its own clock in any case. No page leaves an entry in the history for the next one to go
 * back to; the way back is a button.
 */
export function TerminalGuard({ seconds }: { seconds: number }) {
  const t = useT();
  const back = useTrail();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    let timer = 0;
    let toldAt = 0;
    const others = new BroadcastChannel('terminal');
    const leave = () => {
      const idle = form.current?.querySelector('input');
      if (idle) idle.disabled = false;
      forgetAddress();
      form.current?.submit();
    };
    const restart = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(leave, seconds * 1000);
    };
    const onHand = () => {
      restart();
      if (Date.now() - toldAt < TELL_MS) return;
      toldAt = Date.now();
      others.postMessage('here');
    };
    // A page that comes back from the browser's memory must ask the server who is there now.
    const onShow = (event: PageTransitionEvent) => event.persisted && window.location.reload();
    const onSubmit = ({ target }: SubmitEvent) =>
      target instanceof HTMLFormElement && target.action.endsWith('/sign-out') && forgetAddress();
    const own: Partial<History> = window.history;
    own.pushState = window.history.replaceState;
    onHand();
    others.onmessage = restart;
    for (const name of EVENTS) window.addEventListener(name, onHand, { passive: true });
    window.addEventListener('pageshow', onShow);
    window.addEventListener('submit', onSubmit, { capture: true });
    return () => {
      window.clearTimeout(timer);
      others.close();
      for (const name of EVENTS) window.removeEventListener(name, onHand);
      window.removeEventListener('pageshow', onShow);
      window.removeEventListener('submit', onSubmit, { capture: true });
      // Its own again, from its prototype.
      delete own.pushState;
    };
  }, [seconds]);
  return (
    <div className="fixed end-3 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-30 flex gap-2 text-meta font-medium md:bottom-4 print:hidden">
      {back && (
        <button
          type="button"
          onClick={back}
          className="inline-flex items-center gap-1.5 rounded-full border border-line bg-raised px-4 py-2 shadow-float"
        >
          <ArrowLeft aria-hidden="true" className="size-4 rtl:-scale-x-100" />
          {t('common.back')}
        </button>
      )}
      <form ref={form} method="post" action="/sign-out">
        {/* Sent only by the clock, not by the button. */}
        <input type="hidden" name="idle" value="yes" disabled />
        <button
          type="submit"
          className="rounded-full border border-warn/40 bg-warn-soft px-4 py-2 text-warn shadow-float"
        >
          {t('account.terminalSignOut')}
        </button>
      </form>
    </div>
  );
}
