import { Link, useSearchParams } from '@remix-run/react';
import { useT } from '#app/shell/i18n.tsx';
import { buttonStyle } from '#app/ui/button.tsx';

type Props = {
  /** The list's own place in the address: several stand on one page, and each is leafed through alone. */
  param: string;
  next: string | null;
  /** The id of its heading, which names it and to which the links lead. */
  headingId: string;
};

/** The way on through a list, and back to its beginning: links, so that it works without JavaScript. */
export function ListPages({ param, next, headingId }: Props) {
  const t = useT();
  const [params] = useSearchParams();
  const first = !params.has(param);
  if (first && !next) return null;
  const address = (place: string | null) => {
    const search = new URLSearchParams(params);
    if (place) search.set(param, place);
    else search.delete(param);
    return `?${search}#${headingId}`;
  };
  return (
    <nav aria-labelledby={headingId} className="mt-3 flex justify-center gap-3 px-4">
      {!first && (
        <Link to={address(null)} className={buttonStyle({ look: 'quiet' })}>
          {t('admin.fromTheStart')}
        </Link>
      )}
      {next && (
        <Link to={address(next)} className={buttonStyle()}>
          {t('common.loadMore')}
        </Link>
      )}
    </nav>
  );
}
