import { useT } from '#app/shell/i18n.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import type { FormErrors } from './parse-form.ts';

/** The summary over a form: each line leads to the control whose id is the field's name. */
export function FormErrorSummary({ errors }: { errors: FormErrors | undefined }) {
  const t = useT();
  if (!errors) return null;
  const lines = Object.entries(errors).flatMap(([field, keys]) =>
    keys.slice(0, 1).map((key) => ({ field, text: t.maybe(key) })),
  );
  return <ErrorSummary title={t('error.summaryTitle', { count: lines.length })} errors={lines} />;
}
