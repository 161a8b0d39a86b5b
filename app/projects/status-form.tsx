import { Form, Link, useNavigation } from '@remix-run/react';
import { type FormEvent, useEffect, useState } from 'react';
import { MentionTextArea } from '#app/conversation/mention-text-area.tsx';
import { HealthChoice } from '#app/projects/health/health-choice.tsx';
import { DraftBack } from '#app/shell/forms/draft-back.tsx';
import { FormErrorSummary } from '#app/shell/forms/form-error-summary.tsx';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { StatusDraft } from '#server/domain/projects/project.view.ts';
import { StatusMore, StatusOtherLanguage } from './status-more.tsx';
import { useDay } from './use-day.ts';
import { useFormDraft } from './use-form-draft.ts';

type StatusFormProps = {
  project: {
    name: string;
    slug: string;
    audienceId: string;
    visibility: 'open' | 'members';
    targetOn: string | null;
  };
  draft: StatusDraft;
  idempotencyKey: string;
  errors: FormErrors | undefined;
  values: Record<string, string> | undefined;
  /** Names what is kept in this browser while it is written; null on a shared terminal. */
  draftKey: string | null;
};

/** The last status is there; one changes what has changed. What was begun before and not sent is there, too. */
export function StatusForm({ draft, draftKey, values, ...rest }: StatusFormProps) {
  const t = useT();
  const { restored, keep, discard } = useFormDraft(draftKey, `/projects/${rest.project.slug}/status/new`);
  const start = values ?? restored ?? fromLast(draft);
  return (
    <>
      {restored && !values && (
        <DraftBack discard={t('projects.draftDiscard')} onDiscard={discard} className="mb-3 px-4 md:px-0" />
      )}
      <Fields key={restored && !values ? 'draft' : 'last'} {...rest} start={start} onKeep={keep} />
    </>
  );
}

function fromLast({ other, health, targetOn, ...said }: StatusDraft): Record<string, string> {
  return {
    ...said,
    health: health ?? '',
    targetOn: targetOn ?? '',
    otherText: other.text,
    otherBlockers: other.blockers,
    otherHelpWanted: other.helpWanted,
  };
}

type FieldsProps = Pick<StatusFormProps, 'project' | 'idempotencyKey' | 'errors'> & {
  start: Record<string, string>;
  onKeep: (event: FormEvent<HTMLFormElement>) => void;
};

/** Health, date, two sentences; the rest folded. Without JavaScript the reason of a slip is simply always there. */
function Fields({ project, idempotencyKey, errors, start, onKeep }: FieldsProps) {
  const t = useT();
  const day = useDay();
  const error = useFieldError(errors);
  const { state } = useNavigation();
  const [target, setTarget] = useState(start.targetOn ?? '');
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const kept = project.targetOn !== null && target === project.targetOn;
  return (
    <Form method="post" className="px-4 md:px-0" noValidate={errors !== undefined} onInput={onKeep}>
      <Card className="flex flex-col gap-5">
        <FormErrorSummary errors={errors} />
        <input type="hidden" name="idempotencyKey" value={start.idempotencyKey ?? idempotencyKey} />
        <HealthChoice chosen={start.health || null} error={error('health')} />
        <Field label={t('projects.whatChanged')} hint={t('projects.whatChangedHint')} error={error('text')}>
          <MentionTextArea
            id="text"
            name="text"
            audienceId={project.audienceId}
            required
            maxLength={5_000}
            rows={4}
            defaultValue={start.text}
          />
        </Field>
        <div className="grid gap-5 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <Field
            label={t('projects.targetDate')}
            hint={project.targetOn ? t('projects.targetWas', { date: day(project.targetOn) }) : undefined}
            error={error('targetOn')}
          >
            <TextInput
              id="targetOn"
              name="targetOn"
              type="date"
              defaultValue={target}
              onChange={(event) => setTarget(event.currentTarget.value)}
            />
          </Field>
          {project.targetOn && (
            <Field
              label={t('projects.slipReason')}
              hint={t('projects.slipReasonHint')}
              error={error('slipReason')}
              className={scripted && kept && !errors?.slipReason ? 'hidden' : undefined}
            >
              <TextInput
                id="slipReason"
                name="slipReason"
                maxLength={500}
                required={scripted && !kept}
                defaultValue={start.slipReason}
              />
            </Field>
          )}
        </div>
        <StatusMore audienceId={project.audienceId} values={start} errors={errors} />
        <StatusOtherLanguage audienceId={project.audienceId} values={start} errors={errors} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-4">
          <Button type="submit" look="primary" busy={state === 'submitting'}>
            {t('projects.publish')}
          </Button>
          <Link to={`/projects/${project.slug}`} className={buttonStyle({ look: 'quiet' })}>
            {t('common.cancel')}
          </Link>
          <p className="min-w-0 flex-1 basis-60 text-meta text-muted">
            {t(project.visibility === 'open' ? 'projects.readers' : 'projects.readersMembers')}
          </p>
        </div>
      </Card>
    </Form>
  );
}
