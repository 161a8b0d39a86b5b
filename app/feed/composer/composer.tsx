import { Form, useLocation, useNavigate, useNavigation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { WritingArea } from '#app/conversation/writing-area.tsx';
import { usePostRound } from '#app/feed/use-post-round.ts';
import { AttachButton } from '#app/files/attach-button.tsx';
import { ComposerFiles, dropTarget } from '#app/files/composer-files.tsx';
import { useAttachments } from '#app/files/use-attachments.ts';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { useKeptForm } from '#app/shell/forms/use-kept-form.ts';
import { useSent } from '#app/shell/forms/use-sent.ts';
import { useT } from '#app/shell/i18n.tsx';
import { PersonAvatar } from '#app/shell/person.tsx';
import { Button } from '#app/ui/button.tsx';
import { cn } from '#app/ui/cn.ts';
import { FieldError } from '#app/ui/field-error.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { AudienceChoice } from '#server/domain/feed/feed.view.ts';
import { ComposerOptions } from './composer-options.tsx';
import { isBegun, type PostParts, stillAllowed } from './post-draft.ts';

type Props = {
  me: { id: string; handle: string; name: string; photo: string | null };
  companyName: string;
  audiences: AudienceChoice[];
  /** Whom the writer may speak for. */
  voices: { voice: string; name: string }[];
  idempotencyKey: string;
  /** Written on a shared terminal: no draft stays behind. */
  terminal: boolean;
  /** The writer's, for what is to come out later. */
  timeZone: string;
  failed?: { errors: FormErrors; values: Record<string, string> };
};

/** Writing a post: one line until it is used; who can read it stands beside the button, before it is pressed. */
export function Composer({ me, audiences, idempotencyKey, failed, ...props }: Props) {
  const { companyName, voices, terminal, timeZone } = props;
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const navigation = useNavigation();
  const errorOf = useFieldError(failed?.errors);
  const wanted = new URLSearchParams(useLocation().search).has('compose');
  const form = useRef<HTMLFormElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const [open, setOpen] = useState(Boolean(failed));
  const usual = audiences.find((choice) => choice.isDefault)?.id;
  const post = usePostRound(failed?.values ?? {}, usual);
  const { audienceId, parts } = post;
  // The list below may be loaded anew while somebody writes, or the whole page; the key stays that of the one post under
  // their hands.
  const [postKey, setPostKey] = useState(failed?.values.idempotencyKey ?? idempotencyKey);
  const attachments = useAttachments();
  const draft = useKeptForm({
    isBegun,
    key: terminal ? null : `post:${me.id}`,
    form,
    area,
    onRestored: (kept) => {
      // The page came back with what was wrong: that is newer.
      if (failed) return;
      const next = stillAllowed(kept, { audiences, voices });
      if (area.current) area.current.value = next.values.text ?? '';
      attachments.restore(next.values.attachments ?? '');
      setPostKey(kept.idempotencyKey ?? postKey);
      post.begin(next);
    },
  });
  // No key was pressed either when a file is there, or is not wanted after all.
  const attached = useRef('');
  useEffect(() => {
    if (attached.current === attachments.field) return;
    attached.current = attachments.field;
    draft.keep();
  }, [attachments.field, draft.keep]);
  const onPart = (part: keyof PostParts, there: boolean) => {
    // No key was pressed: the draft hears of it once the form has it, or has it no longer.
    flushSync(() => post.setParts({ ...parts, [part]: there }));
    draft.keep();
  };
  const onPublished = () => {
    form.current?.reset();
    if (area.current) area.current.value = '';
    attachments.clear();
    setOpen(false);
    // With the focus still in it, it would fold only under the next press, which then meets something else.
    if (form.current?.contains(document.activeElement)) (document.activeElement as HTMLElement).blur();
    setPostKey(idempotencyKey);
    post.begin({ values: audienceId ? { audienceId } : {}, lost: {} });
    const action = { label: t('feed.seeScheduled'), onSelect: () => navigate('/scheduled') };
    if (parts.later) toast({ text: t('feed.scheduledNow'), tone: 'ok', action });
    else toast({ text: t('feed.published'), tone: 'ok' });
  };
  const submitted = useSent({ failed: Boolean(failed), forget: draft.forget, onSent: onPublished });
  const sending = navigation.state !== 'idle' && navigation.formAction?.startsWith('/?index') === true;
  useEffect(() => {
    if (!wanted) return;
    setOpen(true);
    area.current?.focus();
  }, [wanted]);
  // With a file it is in use, too: nothing may move under a pointer that only now comes to it.
  const inUse = open || attachments.list.length > 0;
  const textError = errorOf('text');
  const error = errorOf('audienceId') ?? errorOf('voice') ?? errorOf('attachments') ?? errorOf('form');
  return (
    <Form
      method="post"
      action="/?index"
      id="composer"
      ref={form}
      onSubmit={submitted}
      onInput={draft.keep}
      {...dropTarget(attachments)}
      onFocus={() => setOpen(true)}
      className="group border-y border-line bg-surface p-3 focus-within:border-control-line md:rounded-lg md:border-x"
    >
      <input type="hidden" name="idempotencyKey" value={postKey} />
      <div className="flex items-start gap-3">
        <PersonAvatar person={me} size="lg" />
        <div className="min-w-0 flex-1">
          <WritingArea
            ref={area}
            writing={open}
            plain
            name="text"
            rows={1}
            required
            maxLength={20_000}
            audienceId={audienceId}
            aria-label={t('feed.shareLabel')}
            aria-invalid={textError ? true : undefined}
            placeholder={t('feed.share', { company: companyName })}
            defaultValue={failed?.values.text}
            className={cn('resize-none px-1 py-2', inUse && 'min-h-24')}
          />
          {textError && <FieldError id="text-error">{textError}</FieldError>}
          <ComposerFiles attachments={attachments} />
        </div>
      </div>
      <div
        className={cn(
          'mt-2 flex-wrap items-center gap-2 ps-1',
          inUse ? 'flex' : 'hidden group-focus-within:flex',
        )}
      >
        <ComposerOptions
          key={post.round}
          audiences={audiences}
          audienceId={audienceId}
          onAudience={post.setAudienceId}
          voices={voices}
          parts={parts}
          onPart={onPart}
          timeZone={timeZone}
          writing={open}
          start={post.start}
          errorOf={errorOf}
        />
        <span className="ms-auto">
          <AttachButton onFiles={attachments.add} />
        </span>
        <Button
          type="submit"
          look="primary"
          busy={sending}
          disabled={attachments.busy}
          title={attachments.busy ? t('conversation.stillSending') : undefined}
        >
          {t(parts.later ? 'feed.schedule' : 'feed.post')}
        </Button>
        {error && (
          <div role="alert" className="basis-full">
            <FieldError id="audience-error">{error}</FieldError>
          </div>
        )}
      </div>
    </Form>
  );
}
