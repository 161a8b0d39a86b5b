import { Link } from '@remix-run/react';
import { History } from 'lucide-react';
import { Dotted, Time, useT } from '#app/shell/i18n.tsx';
import { usePersonName } from '#app/shell/person.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import type { RunHead } from '#server/domain/imports/import.view.ts';
import { ImportStateBadge } from './import-state-badge.tsx';

/** The imports so far, newest first. */
export function ImportRuns({ runs }: { runs: RunHead[] }) {
  const t = useT();
  return (
    <section aria-labelledby="runs-title" className="mt-6">
      <h2 id="runs-title" className="mb-2 px-4 text-lead font-semibold md:px-0">
        {t('import.runsTitle')}
      </h2>
      <Card edgeToEdge padded={false}>
        {runs.length === 0 ? (
          <EmptyState icon={History} title={t('import.runsEmpty')}>
            {t('import.runsEmptyText')}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {runs.map((run) => (
              <RunLine key={run.id} run={run} />
            ))}
          </ul>
        )}
      </Card>
    </section>
  );
}

function RunLine({ run }: { run: RunHead }) {
  const t = useT();
  const nameOf = usePersonName();
  return (
    <li className="relative flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3 hover:bg-sunk/60">
      <div className="min-w-0 flex-1">
        <Link
          to={`/admin/import/${run.id}`}
          prefetch="intent"
          className="rounded-sm font-semibold break-words after:absolute after:inset-0 hover:underline"
        >
          {run.fileName}
        </Link>
        <p className="text-meta text-muted">
          <Dotted
            parts={[
              t(`import.kind_${run.kind}`),
              t('import.rows', { count: run.rows }),
              run.startedBy ? t('import.byPerson', { name: nameOf(run.startedBy) }) : t('import.byCommand'),
              <Time key="at" at={run.createdAt} />,
            ]}
          />
        </p>
      </div>
      <ImportStateBadge state={run.state} />
    </li>
  );
}
