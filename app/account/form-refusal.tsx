import { useEffect, useRef } from 'react';
import { FormErrorSummary } from '#app/shell/forms/form-error-summary.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { Refusal } from './refusal.ts';

/** Why a form was refused: one sentence for the whole, or the list of its fields. Takes the focus. */
export function FormRefusal({ refusal }: { refusal: Refusal | undefined }) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const whole = refusal?.errors.form?.[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new refusal takes the focus again
  useEffect(() => {
    if (whole) box.current?.focus();
  }, [refusal]);
  if (!refusal) return null;
  if (!whole) return <FormErrorSummary errors={refusal.errors} />;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-lg">
      <Notice tone="bad">
        {t.maybe(whole)}
        {refusal.waitMinutes ? ` ${t('account.waitMinutes', { count: refusal.waitMinutes })}` : ''}
      </Notice>
    </div>
  );
}
