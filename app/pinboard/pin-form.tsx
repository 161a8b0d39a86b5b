import { Form } from '@remix-run/react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { fieldsOf } from '#app/shell/exchange.ts';
import { useT } from '#app/shell/i18n.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { SendPin } from './use-pin-actions.ts';

type PinFormProps = {
  entryId: string;
  /** Where it goes without script. */
  action: string;
  send: SendPin;
  className?: string;
  /** Buttons with name `intent`. */
  children: (sending: boolean) => ReactNode;
};

/** Buttons that do something with a pin and ask for nothing more; why one was refused is said in passing. */
export function PinForm({ entryId, action, send, className, children }: PinFormProps) {
  const t = useT();
  const toast = useToast();
  const [sending, setSending] = useState(false);
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const fields = fieldsOf(new FormData(event.currentTarget, submitter));
    setSending(true);
    const errors = await send(fields);
    setSending(false);
    const key = errors && Object.values(errors)[0]?.[0];
    if (key) toast({ text: t.maybe(key), tone: 'bad' });
  };
  return (
    <Form method="post" action={action} onSubmit={onSubmit} className={className}>
      <input type="hidden" name="entryId" value={entryId} />
      {children(sending)}
    </Form>
  );
}
