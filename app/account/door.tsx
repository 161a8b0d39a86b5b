import { useRouteLoaderData } from '@remix-run/react';
import { type ReactNode, useRef } from 'react';
import type { loader as rootLoader } from '#app/root.tsx';
import { BrandMark } from '#app/shell/brand.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { ThemeSwitch } from '#app/shell/theme-switch.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { useEmptyOnReturn } from './use-empty-on-return.ts';

type DoorProps = { title: ReactNode; intro?: ReactNode; children: ReactNode; below?: ReactNode };

/** What stands around the pages in front of the house: signing in, invitations, resets. */
export function Door({ title, intro, children, below }: DoorProps) {
  const t = useT();
  const forms = useRef<HTMLDivElement>(null);
  useEmptyOnReturn(forms);
  const companyName = useRouteLoaderData<typeof rootLoader>('root')?.companyName ?? '';
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(22rem,5fr)_7fr]">
      <div className="relative isolate hidden overflow-hidden bg-brand-soft lg:block">
        <Rings className="absolute -start-1/4 top-1/2 -z-10 w-[150%] -translate-y-1/2 text-brand" />
        <div className="flex h-full flex-col justify-between p-10 xl:p-14">
          <div className="flex items-center gap-3">
            <BrandMark className="size-9" />
            <span className="text-lead font-bold tracking-tight">{t('shell.productName')}</span>
          </div>
          <div>
            <p className="text-display font-semibold text-balance break-words text-brand-ink">
              {companyName}
            </p>
            <p className="mt-2 max-w-80 text-lead text-soft text-pretty">{t('shell.tagline')}</p>
          </div>
        </div>
      </div>
      <div className="flex flex-col px-5 py-6 sm:px-8">
        <div className="mx-auto flex w-full max-w-[25rem] flex-1 flex-col justify-center py-8">
          <div className="mb-8 flex items-center gap-3 lg:hidden">
            <BrandMark className="size-9 shrink-0" />
            <span className="min-w-0">
              <span className="block text-lead font-bold tracking-tight">{t('shell.productName')}</span>
              <span className="block truncate text-meta text-muted">{companyName}</span>
            </span>
          </div>
          <h1 className="text-display font-semibold tracking-tight text-balance">{title}</h1>
          {intro && <p className="mt-1.5 text-soft text-pretty">{intro}</p>}
          <div ref={forms} className="mt-7">
            {children}
          </div>
          {below && <div className="mt-6 border-t border-line pt-5 text-meta text-soft">{below}</div>}
        </div>
        <footer className="mx-auto flex w-full max-w-[25rem] items-center justify-between gap-4">
          <LanguageChoice />
          <ThemeSwitch />
        </footer>
      </div>
    </div>
  );
}

/** The mark, large and faint: a call going down the corridor. */
function Rings({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 400 400" className={className} aria-hidden="true" fill="none" stroke="currentColor">
      <circle cx="200" cy="200" r="10" fill="currentColor" stroke="none" opacity="0.35" />
      {[44, 84, 124, 164, 196].map((radius, index) => (
        <g key={radius} strokeWidth="1.5" opacity={0.34 - index * 0.06}>
          <path d={arc(radius, -48, 48)} />
          <path d={arc(radius, 132, 228)} />
        </g>
      ))}
    </svg>
  );
}

function arc(radius: number, from: number, to: number): string {
  const point = (degrees: number) => {
    const angle = (degrees * Math.PI) / 180;
    return `${(200 + radius * Math.cos(angle)).toFixed(1)} ${(200 + radius * Math.sin(angle)).toFixed(1)}`;
  };
  return `M${point(from)}A${radius} ${radius} 0 0 1 ${point(to)}`;
}
