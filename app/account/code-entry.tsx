import { Form } from '@remix-run/react';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

/** Typing a printed code; leads to the same address as the link in a mail. */
export function CodeEntry({ action, error }: { action: string; error?: string | undefined }) {
  const t = useT();
  return (
    <Form method="post" action={action} reloadDocument className="flex flex-col gap-5">
      <Field label={t('account.code')} hint={t('account.codeHint')} error={error}>
        <TextInput
          id="code"
          name="code"
          required
          maxLength={40}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          placeholder="XXXX-XXXX-XXXX-XXXX"
          className="h-12 font-mono text-lead tracking-wider uppercase placeholder:text-muted"
        />
      </Field>
      <Button type="submit" look="primary" size="lg" className="w-full">
        {t('common.next')}
      </Button>
    </Form>
  );
}
