import { useNavigation } from '@remix-run/react';
import { useEffect, useRef } from 'react';

type SentOptions = {
  /** The last attempt to send it was refused, or did not get through. */
  failed: boolean;
  /** Forgets the draft: the server has it now. */
  forget: () => void;
  /** Still on the page that it was written on. */
  onSent: () => void;
};

/** Tells a form of the page's own action, which may lead to another page, when what it sent was accepted. */
export function useSent({ failed, forget, onSent }: SentOptions) {
  const { state } = useNavigation();
  const sent = useRef(false);
  const latest = useRef(onSent);
  useEffect(() => {
    latest.current = onSent;
  });
  useEffect(() => {
    if (!sent.current || state !== 'idle') return;
    sent.current = false;
    if (failed) return;
    forget();
    latest.current();
  }, [state, failed, forget]);
  // Begins with the submission under way, not with the click: until then the page is idle still.
  const submitting = useRef(false);
  useEffect(() => {
    if (state === 'submitting' && submitting.current) sent.current = true;
    if (state === 'idle') submitting.current = false;
  }, [state]);
  // Sent, and on to the next page.
  useEffect(
    () => () => {
      if (sent.current) forget();
    },
    [forget],
  );
  return () => {
    submitting.current = true;
  };
}
