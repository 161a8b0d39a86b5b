import { Link } from '@remix-run/react';
import { ScrollText } from 'lucide-react';
import { NoticeState } from '#app/statutory/notice-state.tsx';
import type { NoticeResult } from '#server/domain/search/search.view.ts';
import { Marked } from './marked.tsx';
import { ROW, TITLE } from './result-style.ts';

/** A statutory notice: where it hangs and since when, and whether it still does. */
export function NoticeRow({ result }: { result: NoticeResult }) {
  return (
    <div className={ROW}>
      <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-sunk text-soft">
        <ScrollText aria-hidden="true" className="size-5" />
      </span>
      <div className="min-w-0">
        <h2 dir="auto" lang={result.language}>
          <Link to={`/notices/${result.id}`} prefetch="intent" className={TITLE}>
            <Marked segments={result.title} />
          </Link>
        </h2>
        <NoticeState notice={result} />
        <p dir="auto" className="mt-1 line-clamp-2 text-meta break-words text-soft">
          <Marked segments={result.snippet} />
        </p>
      </div>
    </div>
  );
}
