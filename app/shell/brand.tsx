import { useT } from './i18n.tsx';
import { PageLink } from './page-link.tsx';

/** The mark of the product: three rings of a call down the corridor. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 28 28" className={className} aria-hidden="true">
      <rect width="28" height="28" rx="7" fill="var(--brand)" />
      <g fill="none" stroke="var(--on-brand)" strokeWidth="1.7" strokeLinecap="round">
        <circle cx="14" cy="14" r="1.6" fill="var(--on-brand)" stroke="none" />
        <path d="M10.8 17.2a4.5 4.5 0 0 1 0-6.4M17.2 10.8a4.5 4.5 0 0 1 0 6.4" />
        <path d="M8.2 19.8a8.2 8.2 0 0 1 0-11.6M19.8 8.2a8.2 8.2 0 0 1 0 11.6" />
      </g>
    </svg>
  );
}

/** Product and company; leads home. Compact: the mark alone. */
export function BrandLink({ companyName, compact = false }: { companyName: string; compact?: boolean }) {
  const t = useT();
  return (
    <PageLink
      to="/"
      aria-label={compact ? t('shell.homeLink') : undefined}
      className="flex min-w-0 items-center gap-2.5 rounded-md py-1"
    >
      <BrandMark className="size-7 shrink-0" />
      {!compact && (
        <>
          <span className="text-lead font-bold tracking-tight">{t('shell.productName')}</span>
          <span className="ms-auto truncate text-mini text-muted" title={companyName}>
            {companyName}
          </span>
        </>
      )}
    </PageLink>
  );
}
