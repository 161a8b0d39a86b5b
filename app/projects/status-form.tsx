import { Form, Link, useNavigation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { MentionTextArea } from '#app/conversation/mention-text-area.tsx';
import { FormErrorSummary, useFieldError } from '#app/shell/form-errors.tsx';
import { useT } from '#app/shell/i18n.tsx';
import type { FormErrors } from '#app/shell/parse-form.ts';
import { useDraft } from '#app/shell/use-draft.ts';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { StatusDraft } from '#server/domain/projects/project.view.ts';
import { HealthChoice } from './health-choice.tsx';
import { useDay } from './use-day.ts';

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
  /** Where this browser keeps what is written; null on a shared terminal. */
  draftKey: string | null;
  errors: FormErrors | undefined;
  values: Record<string, string> | undefined;
};

/** Health, date, two sentences; the rest folded. Without JavaScript the reason of a slip is simply always there. */
export function StatusForm({ project, draft, idempotencyKey, draftKey, errors, values }: StatusFormProps) {
  const t = useT();
  const day = useDay();
  const error = useFieldError(errors);
  const { state } = useNavigation();
  const [target, setTarget] = useState(values?.targetOn ?? draft.targetOn ?? '');
  const area = useRef<HTMLTextAreaElement>(null);
  const unsent = useDraft({ key: draftKey, area, failed: errors !== undefined });
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const kept = project.targetOn !== null && target === project.targetOn;
  const more = Boolean(values?.blockers ?? draft.blockers) || Boolean(values?.helpWanted ?? draft.helpWanted);
  return (
    <Form method="post" onSubmit={unsent.onSubmit} className="px-4 md:px-0" noValidate={errors !== undefined}>
      <Card className="flex flex-col gap-5">
        <FormErrorSummary errors={errors} />
        <input type="hidden" name="idempotencyKey" value={values?.idempotencyKey ?? idempotencyKey} />
        <HealthChoice chosen={values?.health ?? draft.health} error={error('health')} />
        <Field label={t('projects.whatChanged')} hint={t('projects.whatChangedHint')} error={error('text')}>
          <MentionTextArea
            ref={area}
            onChange={unsent.keep}
            id="text"
            name="text"
            audienceId={project.audienceId}
            required
            maxLength={5_000}
            rows={4}
            defaultValue={values?.text ?? draft.text}
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
                required={!kept}
                defaultValue={values?.slipReason}
              />
            </Field>
          )}
        </div>
        <details open={more}>
          <summary className="w-fit cursor-pointer rounded-sm text-meta font-medium text-brand-ink">
            {t('projects.more')}
          </summary>
          <div className="mt-3 grid gap-4 sm:grid-cols-2">
            <Field label={t('projects.blockers')} hint={t('projects.blockersHint')} error={error('blockers')}>
              <TextArea
                id="blockers"
                name="blockers"
                maxLength={1_000}
                rows={2}
                defaultValue={values?.blockers ?? draft.blockers}
              />
            </Field>
            <Field label={t('projects.helpWanted')} hint={t('projects.helpHint')} error={error('helpWanted')}>
              <TextArea
                id="helpWanted"
                name="helpWanted"
                maxLength={1_000}
                rows={2}
                defaultValue={values?.helpWanted ?? draft.helpWanted}
              />
            </Field>
          </div>
        </details>
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
