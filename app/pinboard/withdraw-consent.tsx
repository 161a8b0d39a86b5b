import { Form } from '@remix-run/react';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';

/** For the two who agreed: no longer. */
export function WithdrawConsent({ questionId }: { questionId: string }) {
  const t = useT();
  return (
    <Form method="post" className="mt-2.5 flex flex-wrap items-center gap-2 text-meta text-soft">
      <input type="hidden" name="entryId" value={questionId} />
      {t('questions.mine')}
      <Button type="submit" name="intent" value="unshare" look="quiet" size="sm">
        {t('questions.withdraw')}
      </Button>
    </Form>
  );
}
