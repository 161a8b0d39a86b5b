import { useEffect } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { useToast } from '#app/ui/toast.tsx';
import { onNotSent } from './without-answer.ts';

/** Says that something could not be sent, for pages that have no better place for it. */
export function NotSent() {
  const t = useT();
  const toast = useToast();
  useEffect(() => {
    const tell = () => toast({ text: t('error.notSentText'), tone: 'bad' });
    // A form that the browser itself sends would leave for the browser's error page.
    const hold = (event: SubmitEvent) => {
      const sends = (event.target as HTMLFormElement).method === 'post' && !event.defaultPrevented;
      if (!sends || navigator.onLine) return;
      event.preventDefault();
      tell();
    };
    const stop = onNotSent(tell);
    window.addEventListener('submit', hold);
    return () => {
      stop();
      window.removeEventListener('submit', hold);
    };
  }, [t, toast]);
  return null;
}
