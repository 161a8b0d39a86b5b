import { Link } from '@remix-run/react';
import { ChevronRight } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { buttonStyle } from '#app/ui/button.tsx';
import { type ChartAddress, writeAddress } from './chart-address.ts';

/** Below a list that is read by pages: back to the first, and on to the next. */
export function PageLinks({ address, next }: { address: ChartAddress; next: string | null }) {
  const t = useT();
  return (
    <div className="flex gap-2">
      {address.after && (
        <Link to={writeAddress(address)} className={buttonStyle()}>
          {t('organisation.firstPage')}
        </Link>
      )}
      {next && (
        <Link to={writeAddress(address, { after: next })} className={buttonStyle()}>
          {t('organisation.nextPage')}
          <ChevronRight aria-hidden="true" />
        </Link>
      )}
    </div>
  );
}
