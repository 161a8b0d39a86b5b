import { Link } from '@remix-run/react';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { buttonStyle } from '#app/ui/button.tsx';

type Props = {
  /** Of the first page; may hold a query. */
  address: string;
  /** A later page than the first. */
  older: boolean;
  next: string | null;
};

/** The way on and back to the start in a list of questions. */
export function QuestionPages({ address, older, next }: Props) {
  const t = useT();
  if (!older && !next) return null;
  const on = `${address}${address.includes('?') ? '&' : '?'}after=${next}`;
  return (
    <nav aria-label={t('questions.views')} className="mt-4 flex justify-between gap-2 px-4 md:px-0">
      {older ? (
        <Link to={address} className={buttonStyle()}>
          <ArrowLeft aria-hidden="true" className="rtl:rotate-180" />
          {t('questions.first')}
        </Link>
      ) : (
        <span />
      )}
      {next && (
        <Link to={on} className={buttonStyle()}>
          {t('questions.more')}
          <ArrowRight aria-hidden="true" className="rtl:rotate-180" />
        </Link>
      )}
    </nav>
  );
}
