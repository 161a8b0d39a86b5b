import { Link } from '@remix-run/react';
import { Dotted, useT } from '#app/shell/i18n.tsx';
import { PersonAvatar } from '#app/shell/person.tsx';
import type { PersonResult } from '#server/domain/search/search.view.ts';
import { Marked } from './marked.tsx';
import { ROW, TITLE } from './result-style.ts';

export function PersonRow({ result }: { result: PersonResult }) {
  const t = useT();
  const { person, name, title, unit, site, found } = result;
  return (
    <div className={ROW}>
      <PersonAvatar person={person} size="lg" />
      <div className="min-w-0">
        <h2 className="flex flex-wrap items-baseline gap-x-2">
          <Link to={`/people/${person.handle}`} prefetch="intent" dir="auto" className={TITLE}>
            <Marked segments={name} />
          </Link>
          {person.external && (
            <span className="rounded-sm bg-warn-soft px-1.5 py-px text-mini font-medium text-warn">
              {t('common.external')}
            </span>
          )}
        </h2>
        <p className="text-meta break-words text-muted">
          <Dotted parts={[title, unit, site]} />
        </p>
        {found.length > 0 && (
          <p className="mt-1 text-meta break-words text-soft">
            <Dotted parts={found.map((part) => <Marked key={part[0]?.text} segments={part} />)} />
          </p>
        )}
      </div>
    </div>
  );
}
