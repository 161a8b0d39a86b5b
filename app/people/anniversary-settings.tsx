import { Form } from '@remix-run/react';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';

/** Whether colleagues are told of one's anniversaries: off until one says so oneself, and gone once taken back. */
export function AnniversarySettings({ shown }: { shown: boolean }) {
  const t = useT();
  return (
    <Card as="section" edgeToEdge aria-labelledby="anniversaries-title" id="anniversaries">
      <h2 id="anniversaries-title" className="text-lead font-semibold">
        {t('people.anniversaries')}
      </h2>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-[min(100%,16rem)] flex-1 text-meta text-soft">
          {t(shown ? 'people.anniversariesShown' : 'people.anniversariesHidden')}
        </p>
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value={shown ? 'anniversaries-off' : 'anniversaries-on'} />
          <Button type="submit">{t(shown ? 'people.anniversariesStop' : 'people.anniversariesShow')}</Button>
        </Form>
      </div>
    </Card>
  );
}
