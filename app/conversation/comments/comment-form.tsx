import { useLocation } from '@remix-run/react';
import { SendHorizontal } from 'lucide-react';
import {
  type ComponentType,
  type FormEvent,
  type KeyboardEvent,
  type Ref,
  Suspense,
  useRef,
  useState,
} from 'react';
import { entryAddress } from '#app/conversation/entry-form-data.ts';
import { MentionTextArea } from '#app/conversation/mention-text-area.tsx';
import { faultOf, useEntryExchange } from '#app/conversation/use-entry.ts';
import { fieldsOf } from '#app/shell/exchange.ts';
import { newKey } from '#app/shell/forms/new-key.ts';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { FieldError } from '#app/ui/field-error.tsx';

type Props = {
  entryId: string;
  audienceId?: string;
  areaRef?: Ref<HTMLTextAreaElement>;
  autoFocus?: boolean;
  /** Files that go with it: they come into the form once somebody writes (files/comment-files.tsx). */
  Files?: ComponentType<{ onBusy: (busy: boolean) => void }>;
  onSent?: () => void;
};

/** One line that grows; Ctrl or ⌘ with Enter sends. What was typed stays when sending fails. */
export function CommentForm({ entryId, audienceId, areaRef, autoFocus, Files, onSent }: Props) {
  const t = useT();
  const exchange = useEntryExchange(entryId);
  const { pathname, search } = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [begun, setBegun] = useState(false);
  // What is being sent up; the next comment begins without files.
  const [uploading, setUploading] = useState(false);
  const [round, setRound] = useState(0);
  // Kept until the server has it: sent again because no answer came, it is the same comment.
  const [key, setKey] = useState(newKey);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending || uploading) return;
    const fields = fieldsOf(new FormData(event.currentTarget));
    setSending(true);
    const found = faultOf(await exchange.submit(fields, entryAddress(entryId)));
    setSending(false);
    setFault(found === 'error.offlineText' ? 'error.notSentText' : found);
    if (found !== null) return;
    // Cleared only once the server has the comment.
    form.current?.reset();
    setRound((current) => current + 1);
    setKey(newKey());
    onSent?.();
  };
  const sendByKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };
  return (
    <form
      ref={form}
      method="post"
      action={entryAddress(entryId)}
      onSubmit={send}
      onFocus={() => setBegun(true)}
      className="flex flex-wrap items-end gap-2"
    >
      <input type="hidden" name="intent" value="comment" />
      {/* The server's drawing has another one, as good. */}
      <input type="hidden" name="idempotencyKey" value={key} suppressHydrationWarning />
      <noscript>
        <input type="hidden" name="returnTo" value={pathname + search} />
      </noscript>
      <div className="min-w-0 flex-1">
        <MentionTextArea
          ref={areaRef}
          audienceId={audienceId}
          autoFocus={autoFocus}
          name="text"
          rows={1}
          required
          maxLength={5_000}
          aria-label={t('conversation.writeComment')}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${entryId}-error` : undefined}
          placeholder={t('conversation.writeComment')}
          onKeyDown={sendByKey}
        />
        {fault && <FieldError id={`${entryId}-error`}>{t.maybe(fault)}</FieldError>}
      </div>
      {begun && Files && (
        <Suspense fallback={null}>
          <Files key={round} onBusy={setUploading} />
        </Suspense>
      )}
      <Button
        type="submit"
        look="quiet"
        busy={sending}
        disabled={uploading}
        aria-label={t('common.send')}
        title={t(uploading ? 'conversation.stillSending' : 'common.send')}
      >
        {!sending && <SendHorizontal aria-hidden="true" />}
      </Button>
    </form>
  );
}
