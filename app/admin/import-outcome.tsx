import { Form, Link, useNavigation } from '@remix-run/react';
import { CircleCheck, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import type { ImportView } from '#server/domain/imports/import.view.ts';
import { ImportCounts } from './import-counts.tsx';

const NEXT = {
  organisation: { to: '/org', label: 'import.seeChart' },
  people: { to: '/people', label: 'import.seePeople' },
  projects: { to: '/projects', label: 'import.seeProjects' },
} as const;

/** What an applied import did, where to see it, and the way back. */
export function ImportApplied({ view }: { view: ImportView }) {
  const t = useT();
  const { run, applied } = view;
  const next = NEXT[run.kind];
  return (
    <Card as="section" aria-labelledby="applied-title" edgeToEdge>
      <h2 id="applied-title" className="flex items-center gap-2 text-lead font-semibold">
        <CircleCheck aria-hidden="true" className="size-5 text-ok" />
        {t('import.appliedTitle')}
      </h2>
      {applied?.milliseconds != null && (
        <p className="mt-1 text-meta text-muted">
          {t('import.appliedText', { seconds: Math.max(0.1, Math.round(applied.milliseconds / 100) / 10) })}
        </p>
      )}
      <div className="mt-4 max-w-md text-meta">{run.counts && <ImportCounts counts={run.counts} />}</div>
      <div className="mt-4 flex flex-wrap gap-2">
        <Link to={next.to} className={buttonStyle({ look: 'primary' })}>
          {t(next.label)}
        </Link>
        <TakeBack />
      </div>
    </Card>
  );
}

function TakeBack() {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const busy = useNavigation().formData?.get('intent') === 'undo';
  return (
    <Form method="post" id="take-back">
      <input type="hidden" name="intent" value="undo" />
      <Button
        type="submit"
        onClick={(event) => {
          // Without JavaScript the press itself takes back.
          event.preventDefault();
          setAsking(true);
        }}
      >
        <Undo2 aria-hidden="true" />
        {t('import.undo')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('import.undoTitle')}
        closeLabel={t('common.close')}
        size="sm"
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
            <Button type="submit" form="take-back" look="primary" busy={busy}>
              {t('import.undoNow')}
            </Button>
          </>
        }
      >
        <p className="text-soft">{t('import.undoText')}</p>
      </Dialog>
    </Form>
  );
}

/** What was taken back, and what stayed. */
export function ImportUndone({ view }: { view: ImportView }) {
  const t = useT();
  const { undo } = view;
  if (!undo) return null;
  return (
    <Card as="section" aria-labelledby="undone-title" edgeToEdge>
      <h2 id="undone-title" className="flex items-center gap-2 text-lead font-semibold">
        <Undo2 aria-hidden="true" className="size-5 text-muted" />
        {t('import.undoneTitle')}
      </h2>
      <p className="mt-1 text-soft">{t('import.undoneCount', { count: undo.undone })}</p>
      <h3 className="mt-4 font-semibold">{t('import.leftTitle', { count: undo.left.length })}</h3>
      <ul className="mt-1 flex flex-col gap-1 text-meta">
        {undo.left.map((left) => (
          <li key={left.id} className="break-words">
            <span className="text-muted">{t(`import.entity_${left.entity}`)}</span>{' '}
            <bdi className="font-medium">{left.label || t('common.nameWithheld')}</bdi>{' '}
            <span className="text-muted">
              {t(`import.reason_${left.reason}`)}
              {left.line > 0 && `, ${t('import.line', { line: left.line })}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
