import { useT } from '#app/shell/i18n.tsx';
import type { Counts } from '#server/domain/imports/plan/plan.ts';

const ORDER = [
  'person',
  'position',
  'assignment',
  'line',
  'unit',
  'project',
  'responsibility',
  'account',
] as const;

/** How many rows of each kind are new, changed or ended. */
export function ImportCounts({ counts }: { counts: Counts }) {
  const t = useT();
  const shown = ORDER.filter((entity) => Object.values(counts[entity] ?? {}).some((count) => count > 0));
  return (
    <dl className="flex flex-col gap-2">
      {shown.map((entity) => {
        const { create, change, end } = counts[entity];
        const parts = [
          create > 0 && t('import.created', { count: create }),
          change > 0 && t('import.changed', { count: change }),
          end > 0 && t('import.ended', { count: end }),
        ].filter(Boolean);
        return (
          <div key={entity} className="flex items-baseline justify-between gap-3">
            <dt className="text-soft">{t(`import.entity_${entity}`)}</dt>
            <dd className="text-end font-medium tabular-nums">{parts.join(', ')}</dd>
          </div>
        );
      })}
    </dl>
  );
}
