import { Link } from '@remix-run/react';
import { Dotted, type MessageKey, Time, useT } from '#app/shell/i18n.tsx';
import { PersonAvatar, usePersonName } from '#app/shell/person.tsx';
import type { PostResult } from '#server/domain/search/search.view.ts';
import { Marked } from './marked.tsx';
import { ROW } from './result-style.ts';

const KIND: Record<PostResult['entryKind'], MessageKey> = {
  post: 'search.kindOfPost',
  status: 'search.kindOfStatus',
  pin: 'search.kindOfPin',
  comment: 'search.kindOfComment',
  answer: 'search.kindOfAnswer',
};

export function PostRow({ result }: { result: PostResult }) {
  const t = useT();
  const nameOf = usePersonName();
  const author = nameOf(result.author);
  const whom = result.office ?? (result.behalfOf && nameOf(result.behalfOf));
  const speaker = whom ? t('search.onBehalf', { author, whom }) : author;
  return (
    <div className={ROW}>
      <PersonAvatar person={result.author} size="lg" />
      <div className="min-w-0">
        <h2>
          <Link to={result.to} className="break-words after:absolute after:inset-0 hover:underline">
            <bdi className="font-semibold">{speaker}</bdi>
            <Where result={result} />
          </Link>
        </h2>
        <p className="text-meta text-muted">
          <Dotted parts={[t(KIND[result.entryKind]), <Time key="at" at={result.at} />]} />
        </p>
        <p dir="auto" className="mt-1 line-clamp-3 break-words text-soft">
          <Marked segments={result.snippet} />
        </p>
      </div>
    </div>
  );
}

/** "→ Atlas", "→ Mara's pinboard" */
function Where({ result }: { result: PostResult }) {
  const t = useT();
  const nameOf = usePersonName();
  const own = result.owner?.id === result.author.id;
  const where = result.owner
    ? own
      ? t('search.ownBoard')
      : t('search.boardOf', { name: nameOf(result.owner) })
    : result.project;
  if (!where) return null;
  return (
    <span className="text-soft">
      <span aria-hidden="true"> → </span>
      <span className="sr-only">, </span>
      {where}
    </span>
  );
}
