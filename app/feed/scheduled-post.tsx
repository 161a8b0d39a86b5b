import { useFetcher } from '@remix-run/react';
import { Languages } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { WritingArea } from '#app/conversation/writing-area.tsx';
import { LaterFields } from '#app/feed/composer/later-fields.tsx';
import { AttachButton } from '#app/files/attach-button.tsx';
import { ComposerFiles, dropTarget } from '#app/files/composer-files.tsx';
import { useAttachments } from '#app/files/use-attachments.ts';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { FieldError } from '#app/ui/field-error.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { AudienceChoice, ScheduledView } from '#server/domain/feed/feed.view.ts';
import type { action, ScheduledAnswer } from './scheduled.route.tsx';
import { ScheduledAudience } from './scheduled-audience.tsx';

type Props = {
  post: ScheduledView;
  /** Where its author may post to. */
  audiences: AudienceChoice[];
  timeZone: string;
  /** What came of it, sent without script. */
  outcome?: ScheduledAnswer;
};

/** One post that waits: all that can be changed of it until it comes out. */
export function ScheduledPost({ post, audiences, timeZone, outcome }: Props) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const fetcher = useFetcher<typeof action>();
  const undo = useFetcher();
  const area = useRef<HTMLTextAreaElement>(null);
  const told = useRef<unknown>(null);
  const refused = fetcher.data?.errors ? fetcher.data : outcome;
  const errorOf = useFieldError(refused?.errors);
  const typed = (field: string) => refused?.values?.[field];
  const textError = errorOf('text');
  const otherError = errorOf('otherText');
  const other = post.language === 'de' ? 'en' : 'de';
  const otherLabel = t(other === 'en' ? 'feed.inEnglish' : 'feed.inGerman');
  const [adding, setAdding] = useState(false);
  const [audienceId, setAudienceId] = useState(typed('audienceId') ?? post.where.id);
  const attachments = useAttachments(post.files);
  const when = format.dateTime(post.at);

  const answer = fetcher.data;
  useEffect(() => {
    if (!answer?.done || told.current === answer) return;
    told.current = answer;
    if (answer.done === 'deleted') {
      const onSelect = () =>
        undo.submit({ intent: 'undo-cancel', entryId: post.id }, { method: 'post', action: '/scheduled' });
      toast({ text: t('common.deleted'), action: { label: t('common.undo'), onSelect } });
    } else {
      const done = t(answer.done === 'saved' ? 'feed.scheduledSaved' : 'feed.published');
      if (answer.mustReadDropped) toast({ text: `${done} ${t('feed.mustReadDropped')}` });
      else toast({ text: done, tone: 'ok' });
    }
  }, [answer, post.id, t, toast, undo]);

  return (
    <Card edgeToEdge>
      <fetcher.Form
        method="post"
        action="/scheduled"
        {...dropTarget(attachments)}
        className="flex flex-col gap-3"
      >
        <input type="hidden" name="entryId" value={post.id} />
        {post.held && <HeldNote post={post} />}
        {outcome?.mustReadDropped && <Notice tone="warn">{t('feed.mustReadDropped')}</Notice>}
        <header className="flex flex-wrap items-center gap-2">
          <h2 className="text-lead font-semibold">{post.held ? when : t('feed.comesOut', { when })}</h2>
          {post.voice && <Badge>{post.voice}</Badge>}
          {post.mustRead && <Badge tone="warn">{t('conversation.mustRead')}</Badge>}
          {post.poll && <Badge>{t('feed.poll')}</Badge>}
          {post.files.length > 0 && <Badge>{t('feed.withFiles', { count: post.files.length })}</Badge>}
        </header>
        <WritingArea
          ref={area}
          writing
          still
          name="text"
          rows={4}
          required
          maxLength={20_000}
          audienceId={audienceId}
          lang={post.language}
          aria-label={t('feed.shareLabel')}
          aria-invalid={textError ? true : undefined}
          defaultValue={typed('text') ?? post.text}
        />
        {textError && <FieldError id={`${post.id}-text-error`}>{textError}</FieldError>}
        {(post.otherText !== null || adding) && (
          <Field label={otherLabel} error={otherError}>
            <WritingArea
              writing
              still={!adding}
              name="otherText"
              rows={4}
              maxLength={20_000}
              audienceId={audienceId}
              lang={other}
              aria-label={otherLabel}
              defaultValue={typed('otherText') ?? post.otherText ?? ''}
            />
          </Field>
        )}
        <ComposerFiles attachments={attachments} />
        {errorOf('attachments') && (
          <div role="alert">
            <FieldError id={`${post.id}-attachments-error`}>{errorOf('attachments')}</FieldError>
          </div>
        )}
        <ScheduledAudience
          post={post}
          audiences={audiences}
          value={audienceId}
          onChange={setAudienceId}
          error={errorOf('audienceId')}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-meta">
          <LaterFields
            id={post.id}
            values={{
              publishOn: typed('publishOn') ?? dayOf(post.at, timeZone),
              publishAt: typed('publishAt') ?? timeOf(post.at, timeZone),
            }}
            timeZone={timeZone}
            errorOf={errorOf}
          />
          <span className="ms-auto flex items-center gap-1">
            {post.otherText === null && !adding && (
              <Button look="quiet" onClick={() => setAdding(true)}>
                <Languages aria-hidden="true" />
                {t(other === 'en' ? 'conversation.alsoInEnglish' : 'conversation.alsoInGerman')}
              </Button>
            )}
            <AttachButton onFiles={attachments.add} />
          </span>
        </div>
        {errorOf('form') && (
          <div role="alert">
            <FieldError id={`${post.id}-form-error`}>{errorOf('form')}</FieldError>
          </div>
        )}
        <div className="flex flex-wrap items-center gap-2">
          <Button
            type="submit"
            name="intent"
            value="change-scheduled"
            look="primary"
            busy={fetcher.state !== 'idle'}
            disabled={attachments.busy}
            title={attachments.busy ? t('conversation.stillSending') : undefined}
          >
            {t('common.save')}
          </Button>
          {post.obstacle !== 'readOnly' && post.obstacle !== 'voice' && (
            <Button type="submit" name="intent" value="publish-scheduled" disabled={attachments.busy}>
              {t('feed.publishNow')}
            </Button>
          )}
          <Button type="submit" name="intent" value="cancel-scheduled" look="quiet" className="ms-auto">
            {t('feed.scheduledDelete')}
          </Button>
        </div>
      </fetcher.Form>
    </Card>
  );
}

const OBSTACLES = {
  readOnly: 'feed.obstacleReadOnly',
  audience: 'feed.obstacleAudience',
  voice: 'feed.obstacleVoice',
  mustRead: 'feed.obstacleMustRead',
} as const;

/** That its hour has passed, and what stands in its way now. */
function HeldNote({ post: { at, obstacle, voice } }: { post: ScheduledView }) {
  const t = useT();
  const format = useFormat();
  return (
    <Notice tone="warn">
      <p>{t('feed.wasHeld', { when: format.dateTime(at) })}</p>
      <p>{t(obstacle ? OBSTACLES[obstacle] : 'feed.obstacleNone', { whom: voice ?? '' })}</p>
    </Notice>
  );
}

function dayOf(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at));
}

function timeOf(at: string, timeZone: string): string {
  const style = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', style).format(new Date(at));
}
