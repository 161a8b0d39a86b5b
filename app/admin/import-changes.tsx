import { Link, useSearchParams } from '@remix-run/react';
import { useT } from '#app/shell/i18n.tsx';
import { usePersonName } from '#app/shell/person.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { buttonStyle } from '#app/ui/button.tsx';
import { pillStyle } from '#app/ui/pill.tsx';
import { Cell, HeadCell, Row, Table } from '#app/ui/table.tsx';
import type { ChangeItem, ChangePage } from '#server/domain/imports/import.view.ts';
import type { Counts } from '#server/domain/imports/plan/plan.ts';

const TONES = { create: 'ok', change: 'brand', end: 'warn' } as const;
const ENTITIES = [
  'person',
  'position',
  'assignment',
  'line',
  'unit',
  'project',
  'responsibility',
  'account',
] as const;

type Props = { title: string; page: ChangePage; counts: Counts | null; runId: string };

/** Row by row what would change, or did; by kind, fifty at a time, all of it as CSV. */
export function ImportChanges({ title, page, counts, runId }: Props) {
  const t = useT();
  const [params] = useSearchParams();
  const entity = params.get('entity');
  const present = ENTITIES.filter(
    (name) => counts && Object.values(counts[name] ?? {}).some((count) => count > 0),
  );
  const address = (change: Record<string, string | null>) => {
    const next = new URLSearchParams();
    for (const [name, value] of Object.entries({ entity, ...change })) if (value) next.set(name, value);
    return `?${next}`;
  };
  return (
    <div>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2 px-4 md:px-0">
        <h2 className="text-lead font-semibold">{title}</h2>
        <a
          href={`/admin/import/${runId}/rows.csv`}
          download
          className={buttonStyle({ look: 'quiet', size: 'sm' })}
        >
          {t('import.download')}
        </a>
      </div>
      {present.length > 1 && (
        <nav aria-label={t('import.changesLabel')} className="mb-3 flex flex-wrap gap-1.5 px-4 md:px-0">
          {[null, ...present].map((name) => (
            <Link
              key={name ?? 'all'}
              to={address({ entity: name })}
              preventScrollReset
              aria-current={entity === name ? 'true' : undefined}
              className={pillStyle({ active: entity === name })}
            >
              {name ? t(`import.entity_${name}`) : t('import.changesAll')}
            </Link>
          ))}
        </nav>
      )}
      <ChangeTable title={title} items={page.items} />
      <div className="mt-2 flex flex-wrap items-center justify-between gap-2 px-4 text-meta text-muted md:px-0">
        <p>
          {page.from > 0 ? (
            <Link
              to={address({ from: null })}
              preventScrollReset
              className="rounded-sm text-brand-ink hover:underline"
            >
              {t('import.changesFirst')}
            </Link>
          ) : (
            t('import.changesOf', { from: Math.min(1, page.total), to: page.items.length, count: page.total })
          )}
        </p>
        {page.next !== null && (
          <Link
            to={address({ from: String(page.next) })}
            preventScrollReset
            className={buttonStyle({ size: 'sm' })}
          >
            {t('import.changesNext')}
          </Link>
        )}
      </div>
    </div>
  );
}

function ChangeTable({ title, items }: { title: string; items: ChangeItem[] }) {
  const t = useT();
  return (
    <Table caption={title} className="rounded-none border-x-0 md:rounded-lg md:border-x">
      <thead>
        <tr>
          <HeadCell>{t('import.what')}</HeadCell>
          <HeadCell>{t('import.about')}</HeadCell>
          <HeadCell className="text-end">{t('import.where')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list of a run never changes its order
          <Row key={index}>
            <Cell className="whitespace-nowrap">
              <Badge tone={TONES[item.action]}>{t(`import.action_${item.action}`)}</Badge>{' '}
              <span className="block pt-1 text-muted sm:inline sm:ps-1 sm:pt-0">
                {t(`import.entity_${item.entity}`)}
              </span>
            </Cell>
            <Cell className="w-full min-w-40">
              <ChangeText item={item} />
            </Cell>
            <Cell className="text-end text-muted tabular-nums">{item.line ?? '–'}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function ChangeText({ item }: { item: ChangeItem }) {
  const t = useT();
  const nameOf = usePersonName();
  const value = (text: string) => text || t('import.empty');
  return (
    <>
      <bdi className="break-words">
        {item.entity === 'person' ? nameOf({ name: item.label }) : item.label}
      </bdi>
      {item.fields.map(({ field, from, to }) => (
        <span key={field} className="block break-words text-muted">
          {t('import.from', { field: fieldName(t, field), from: value(from), to: value(to) })}
        </span>
      ))}
    </>
  );
}

function fieldName(t: ReturnType<typeof useT>, field: string): string {
  const name = t.maybe(`import.value_${field}`);
  return name.startsWith('import.') ? t('import.value_other') : name;
}
