import { Form, useLocation, useNavigate, useNavigation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { WritingArea } from '#app/conversation/writing-area.tsx';
import { AttachButton } from '#app/files/attach-button.tsx';
import { ComposerFiles, dropTarget } from '#app/files/composer-files.tsx';
import { useAttachments } from '#app/files/use-attachments.ts';
import { MustReadOption } from '#app/must-read/must-read-option.tsx';
import { useFieldError } from '#app/shell/form-errors.tsx';
import { useT } from '#app/shell/i18n.tsx';
import type { FormErrors } from '#app/shell/parse-form.ts';
import { PersonAvatar } from '#app/shell/person.tsx';
import { useDraft } from '#app/shell/use-draft.ts';
import { Button } from '#app/ui/button.tsx';
import { cn } from '#app/ui/cn.ts';
import { FieldError } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { AudienceChoice } from '#server/domain/feed/feed.view.ts';
import { ComposerLanguages } from './composer-languages.tsx';
import { ComposerLater } from './composer-later.tsx';
import { ComposerPoll } from './composer-poll.tsx';

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
  const navigation = useNavigation();
  const errorOf = useFieldError(failed?.errors);
  const wanted = new URLSearchParams(useLocation().search).has('compose');
  const area = useRef<HTMLTextAreaElement>(null);
  const [open, setOpen] = useState(Boolean(failed));
  const [audienceId, setAudienceId] = useState(
    failed?.values.audienceId ?? audiences.find((choice) => choice.isDefault)?.id,
  );
  // The list below may be loaded anew while somebody writes; the key stays that of the one post under their hands.
  const [postKey, setPostKey] = useState(failed?.values.idempotencyKey ?? idempotencyKey);
  const [later, setLater] = useState(Boolean(failed?.values.publishOn || failed?.values.publishAt));
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const attachments = useAttachments();
  const onPublished = () => {
    form.current?.reset();
    if (area.current) area.current.value = '';
    attachments.clear();
    setOpen(false);
    setPostKey(idempotencyKey);
    setLater(false);
    const action = { label: t('feed.seeScheduled'), onSelect: () => navigate('/scheduled') };
    if (later) toast({ text: t('feed.scheduledNow'), tone: 'ok', action });
    else toast({ text: t('feed.published'), tone: 'ok' });
  };
  const draft = useDraft({
    key: terminal ? null : `post:${me.id}`,
    area,
    failed: Boolean(failed),
    onSent: onPublished,
  });
  const sending = navigation.state !== 'idle' && navigation.formAction?.startsWith('/?index') === true;
  useEffect(() => {
    if (!wanted) return;
    setOpen(true);
    area.current?.focus();
  }, [wanted]);
  const textError = errorOf('text');
  const error = errorOf('audienceId') ?? errorOf('voice') ?? errorOf('attachments') ?? errorOf('form');
  return (
    <Form
      method="post"
      action="/?index"
      id="composer"
      ref={form}
      onSubmit={draft.onSubmit}
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
            onChange={draft.keep}
            className={cn('resize-none px-1 py-2', open && 'min-h-24')}
          />
          {textError && <FieldError id="text-error">{textError}</FieldError>}
          <ComposerFiles attachments={attachments} />
        </div>
      </div>
      <div
        className={cn(
          'mt-2 flex-wrap items-center gap-2 ps-1',
          open ? 'flex' : 'hidden group-focus-within:flex',
        )}
      >
        <label htmlFor="composer-audience" className="flex min-w-0 items-center gap-2 text-meta text-muted">
          <span className="max-sm:sr-only">{t('feed.audience')}</span>
          <Select
            id="composer-audience"
            name="audienceId"
            controlSize="sm"
            className="w-52 max-w-full"
            value={audienceId}
            onChange={(event) => setAudienceId(event.currentTarget.value)}
          >
            {audiences.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.kind === 'everyone' ? t('feed.everyone') : choice.name}
              </option>
            ))}
          </Select>
        </label>
        <ComposerPoll key={postKey} failed={failed} />
        <ComposerLanguages
          key={`words-${postKey}`}
          audienceId={audienceId}
          values={failed?.values}
          errorOf={errorOf}
        />
        <ComposerLater
          open={later}
          onOpen={setLater}
          timeZone={timeZone}
          values={failed?.values}
          errorOf={errorOf}
        />
        {voices.length > 0 && (
          <label htmlFor="composer-voice" className="flex min-w-0 items-center gap-2 text-meta text-muted">
            <span className="max-sm:sr-only">{t('feed.speakAs')}</span>
            <Select
              id="composer-voice"
              name="voice"
              controlSize="sm"
              className="w-44 max-w-full"
              defaultValue={failed?.values.voice ?? ''}
            >
              <option value="">{t('feed.myself')}</option>
              {voices.map(({ voice, name }) => (
                <option key={voice} value={voice}>
                  {name}
                </option>
              ))}
            </Select>
          </label>
        )}
        {audiences.find((choice) => choice.id === audienceId)?.mayRequire && (
          <MustReadOption key={postKey} values={failed?.values} errorOf={errorOf} />
        )}
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
          {t(later ? 'feed.schedule' : 'feed.post')}
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
