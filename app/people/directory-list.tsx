import { Link } from '@remix-run/react';
import { Dotted, useT } from '#app/shell/i18n.tsx';
import { PersonAvatar, usePersonName } from '#app/shell/person.tsx';
import { Card } from '#app/ui/card.tsx';
import type { DirectoryRow } from '#server/domain/people/directory.queries.ts';
import { AwayMark } from './away.tsx';

/** Colleagues, one a line; the whole line leads to the profile. */
export function DirectoryList({ rows, now }: { rows: DirectoryRow[]; now: string }) {
  const t = useT();
  const nameOf = usePersonName();
  return (
    <Card as="section" edgeToEdge padded={false} aria-label={t('people.list')}>
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li
            key={row.person.id}
            className="relative flex items-center gap-3 px-4 py-3 transition-colors first:rounded-t-lg last:rounded-b-lg hover:bg-sunk/60 has-focus-visible:bg-sunk/60 md:px-5"
          >
            <PersonAvatar person={row.person} size="lg" />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2">
                <Link
                  to={`/people/${row.person.handle}`}
                  prefetch="intent"
                  className="rounded-sm font-semibold break-words after:absolute after:inset-0 hover:underline"
                >
                  <bdi>{nameOf(row.person)}</bdi>
                </Link>
                {row.person.external && (
                  <span className="rounded-sm bg-warn-soft px-1.5 py-px text-mini font-medium text-warn">
                    {t('common.external')}
                  </span>
                )}
                {row.awayUntil && <AwayMark until={row.awayUntil} now={now} />}
              </p>
              <p className="text-meta break-words text-soft">
                <Dotted parts={[row.title, row.unit]} />
              </p>
            </div>
            {row.site && <span className="hidden shrink-0 text-meta text-muted sm:block">{row.site}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
