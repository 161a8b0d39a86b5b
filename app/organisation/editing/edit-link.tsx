import { Link } from '@remix-run/react';
import { Pencil } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { buttonStyle } from '#app/ui/button.tsx';
import { cn } from '#app/ui/cn.ts';
import { type ChartAddress, writeAddress } from '../chart-address.ts';

/** Opens what a chart is edited with, and closes it again. */
export function EditLink({ address }: { address: ChartAddress }) {
  const t = useT();
  return (
    <Link
      to={writeAddress(address, { edit: !address.edit })}
      preventScrollReset
      className={cn(
        buttonStyle(),
        '!h-10 max-xl:!px-2.5',
        address.edit && '!border-brand !bg-brand-soft !text-brand-ink',
      )}
    >
      <Pencil aria-hidden="true" />
      <span className="max-xl:sr-only">{address.edit ? t('orgEdit.stopEditing') : t('orgEdit.edit')}</span>
    </Link>
  );
}
