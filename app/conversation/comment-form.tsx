import { useFetcher, useLocation } from '@remix-run/react';
import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { FieldError } from '#app/ui/field.tsx';
import type { EntryAnswer } from './entry.route.ts';
import { entryAddress } from './entry-form-data.ts';
import { MentionTextArea } from './mention-text-area.tsx';

type Props = {
  entryId: string;
  audienceId?: string;
  areaRef?: Ref<HTMLTextAreaElement>;
  autoFocus?: boolean;
  onSent?: () => void;
};

/** One line that grows; Ctrl or ⌘ with Enter sends. What was typed stays when sending fails. */
export function CommentForm({ entryId, audienceId, areaRef, autoFocus, onSent }: Props) {
  const t = useT();
  const fetcher = useFetcher<EntryAnswer>({ key: `entry-${entryId}` });
  const { pathname, search } = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const [key, setKey] = useState(0);
  const errors = fetcher.data?.intent === 'comment' ? fetcher.data.errors : undefined;
  const error = errors?.text?.[0];
  const sending = fetcher.state === 'submitting' && fetcher.formData?.get('intent') === 'comment';
  const sent = useRef(false);
  // Cleared only once the server has the comment.
  useEffect(() => {
    if (sending) sent.current = true;
    else if (fetcher.state === 'idle' && sent.current) {
      sent.current = false;
      if (!errors) {
        setKey((current) => current + 1);
        onSent?.();
      }
    }
  }, [sending, fetcher.state, errors, onSent]);
  const sendByKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };
  return (
    <fetcher.Form ref={form} method="post" action={entryAddress(entryId)} className="flex items-end gap-2">
      <input type="hidden" name="intent" value="comment" />
      <noscript>
        <input type="hidden" name="returnTo" value={pathname + search} />
      </noscript>
      <div className="min-w-0 flex-1">
        <MentionTextArea
          key={key}
          ref={areaRef}
          audienceId={audienceId}
          autoFocus={autoFocus}
          name="text"
          rows={1}
          required
          maxLength={5_000}
          aria-label={t('conversation.writeComment')}
          aria-invalid={error ? true : undefined}
          placeholder={t('conversation.writeComment')}
          defaultValue={fetcher.data?.errors ? fetcher.data.values?.text : undefined}
          onKeyDown={sendByKey}
        />
        {error && <FieldError id={`${entryId}-error`}>{t.maybe(error)}</FieldError>}
      </div>
      <Button
        type="submit"
        look="quiet"
        busy={sending}
        aria-label={t('common.send')}
        title={t('common.send')}
      >
        {!sending && <SendHorizontal aria-hidden="true" />}
      </Button>
    </fetcher.Form>
  );
}
