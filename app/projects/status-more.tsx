import { MentionTextArea } from '#app/conversation/mention-text-area.tsx';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

type StatusMoreProps = { audienceId: string; values: Record<string, string>; errors: FormErrors | undefined };

/** What not every status needs, folded while it is empty: blockers and help wanted. */
export function StatusMore({ audienceId, values, errors }: StatusMoreProps) {
  const t = useT();
  const error = useFieldError(errors);
  return (
    <details open={Boolean(values.blockers || values.helpWanted)}>
      <Summary>{t('projects.more')}</Summary>
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        <Field label={t('projects.blockers')} hint={t('projects.blockersHint')} error={error('blockers')}>
          <TextArea id="blockers" name="blockers" maxLength={1_000} rows={2} defaultValue={values.blockers} />
        </Field>
        <Field label={t('projects.helpWanted')} hint={t('projects.helpHint')} error={error('helpWanted')}>
          <MentionTextArea
            id="helpWanted"
            name="helpWanted"
            audienceId={audienceId}
            maxLength={1_000}
            rows={2}
            defaultValue={values.helpWanted}
          />
        </Field>
      </div>
    </details>
  );
}

/** The same once more for those who read the other language. */
export function StatusOtherLanguage({ audienceId, values, errors }: StatusMoreProps) {
  const t = useT();
  const error = useFieldError(errors);
  const { otherText, otherBlockers, otherHelpWanted, otherSlipReason } = values;
  const open = Boolean(otherText || otherBlockers || otherHelpWanted || otherSlipReason);
  const lang = t.locale === 'en' ? 'de' : 'en';
  return (
    <details open={open}>
      <Summary>{t('projects.otherLanguage')}</Summary>
      <div className="mt-3 flex flex-col gap-4">
        <Field
          label={t('projects.whatChanged')}
          hint={t('projects.otherLanguageHint')}
          error={error('otherText')}
        >
          <MentionTextArea
            id="otherText"
            name="otherText"
            lang={lang}
            audienceId={audienceId}
            maxLength={5_000}
            rows={3}
            defaultValue={otherText}
          />
        </Field>
        <Field
          label={t('projects.slipReason')}
          hint={t('projects.onlyIfAbove')}
          error={error('otherSlipReason')}
        >
          <TextInput
            id="otherSlipReason"
            name="otherSlipReason"
            lang={lang}
            maxLength={500}
            defaultValue={otherSlipReason}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('projects.blockers')} error={error('otherBlockers')}>
            <TextArea
              id="otherBlockers"
              name="otherBlockers"
              lang={lang}
              maxLength={1_000}
              rows={2}
              defaultValue={otherBlockers}
            />
          </Field>
          <Field label={t('projects.helpWanted')} error={error('otherHelpWanted')}>
            <MentionTextArea
              id="otherHelpWanted"
              name="otherHelpWanted"
              lang={lang}
              audienceId={audienceId}
              maxLength={1_000}
              rows={2}
              defaultValue={otherHelpWanted}
            />
          </Field>
        </div>
      </div>
    </details>
  );
}

function Summary({ children }: { children: string }) {
  return (
    <summary className="w-fit cursor-pointer rounded-sm text-meta font-medium text-brand-ink">
      {children}
    </summary>
  );
}
