import { Printer } from 'lucide-react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';

export type IssuedSlip = {
  kind: 'invitation' | 'reset';
  code: string;
  expiresAt: string;
  mailed: boolean;
};

type SlipProps = { slip: IssuedSlip; name: string; companyName: string; address: string };

/** The code, once: to print and hand over. It cannot be shown again; a new one replaces it. */
export function Slip({ slip, name, companyName, address }: SlipProps) {
  const t = useT();
  const format = useFormat();
  if (slip.mailed) return <Notice tone="ok">{t('admin.invitationMailed')}</Notice>;
  const path = `${address.replace(/^https?:\/\//, '')}/${slip.kind}`;
  return (
    <div role="status">
      <section
        aria-label={t('admin.slip')}
        className="rounded-lg border-2 border-dashed border-control-line bg-surface p-6 print:border-ink"
      >
        <p className="text-meta text-muted">{companyName} · Flurfunk</p>
        <p className="mt-1 text-lead font-semibold" dir="auto">
          {name}
        </p>
        <p className="mt-4 font-mono text-title font-semibold tracking-wider break-words">{slip.code}</p>
        <ol className="mt-4 list-decimal space-y-1 ps-5">
          <li>{t.rich('admin.slipOpen', { address: <strong className="break-all">{path}</strong> })}</li>
          <li>{t('admin.slipType')}</li>
          <li>{t('admin.slipChoose')}</li>
        </ol>
        <p className="mt-4 text-meta text-muted">
          {t('admin.slipUntil', { date: format.dateTime(slip.expiresAt) })}
        </p>
      </section>
      <div className="mt-3 flex flex-wrap items-center gap-3 print:hidden">
        <Button look="primary" onClick={() => window.print()}>
          <Printer aria-hidden="true" />
          {t('admin.printSlip')}
        </Button>
        <p className="text-meta text-muted">{t('admin.slipOnce')}</p>
      </div>
    </div>
  );
}
