import { Form, useNavigation } from '@remix-run/react';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import type { DryRun } from '#server/domain/imports/import.view.ts';
import { ImportCounts } from './import-counts.tsx';

/** The sum of it, and the button; blocked until every kind of problem has a remedy. */
export function ImportApply({ dryRun }: { dryRun: DryRun }) {
  const t = useT();
  const navigation = useNavigation();
  const busy = navigation.formData?.get('intent') === 'apply';
  const blocked = dryRun.open.length > 0;
  const notices = (['vacant', 'ended', 'ended_unknown'] as const).filter((kind) => dryRun.notices[kind]);
  return (
    <Card as="section" aria-labelledby="apply-title" className="xl:sticky xl:top-20">
      <h2 id="apply-title" className="text-lead font-semibold">
        {t(dryRun.nothing ? 'import.previewNothing' : 'import.previewTitle')}
      </h2>
      <div className="mt-3 text-meta">
        {dryRun.nothing ? (
          <p className="text-soft">{t('import.previewNothingText')}</p>
        ) : (
          <ImportCounts counts={dryRun.counts} />
        )}
        {notices.length > 0 && (
          <ul className="mt-3 flex flex-col gap-1 border-t border-line pt-3 text-muted">
            {notices.map((kind) => (
              <li key={kind}>{t(`import.notice_${kind}`, { count: dryRun.notices[kind] ?? 0 })}</li>
            ))}
          </ul>
        )}
      </div>
      <div className="mt-4 flex flex-col gap-2">
        {!dryRun.nothing && (
          <Form method="post" className="flex flex-col gap-2">
            <input type="hidden" name="intent" value="apply" />
            <input type="hidden" name="digest" value={dryRun.digest} />
            <Button
              type="submit"
              look="primary"
              size="lg"
              disabled={blocked}
              busy={busy}
              aria-describedby="apply-hint"
            >
              {t('import.apply')}
            </Button>
            <p id="apply-hint" className="text-meta text-muted">
              {t(blocked ? 'import.applyBlocked' : 'import.applyReady')}
            </p>
          </Form>
        )}
        <Form method="post">
          <input type="hidden" name="intent" value="discard" />
          <Button type="submit" look="quiet" size="sm">
            {t('import.discard')}
          </Button>
        </Form>
      </div>
    </Card>
  );
}
