import { Link } from '@remix-run/react';
import { type MessageKey, useT } from '#app/shell/i18n.tsx';
import { pillStyle } from '#app/ui/pill.tsx';
import type { SearchKindName } from '#server/domain/search/search.schema.ts';
import { type SearchQuery, searchAddress } from './search-address.ts';

const KINDS: { kind: SearchKindName | null; word: MessageKey }[] = [
  { kind: null, word: 'search.kindAll' },
  { kind: 'person', word: 'search.kindPerson' },
  { kind: 'project', word: 'search.kindProject' },
  { kind: 'post', word: 'search.kindPost' },
  { kind: 'status', word: 'search.kindStatus' },
  { kind: 'pin', word: 'search.kindPin' },
  { kind: 'question', word: 'search.kindQuestion' },
  { kind: 'notice', word: 'search.kindNotice' },
];

/** People, projects, posts, pinboards, answered questions, notices: links, so that each has an address. */
export function KindFilter({ query }: { query: SearchQuery }) {
  const t = useT();
  return (
    <nav aria-label={t('search.kinds')} className="mb-4 px-4 md:px-0">
      <ul className="flex flex-wrap gap-2">
        {KINDS.map((each) => (
          <li key={each.word}>
            <Link
              to={searchAddress({ ...query, kind: each.kind, cursor: null })}
              replace
              preventScrollReset
              aria-current={each.kind === query.kind ? 'page' : undefined}
              className={pillStyle({ active: each.kind === query.kind })}
            >
              {t(each.word)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
