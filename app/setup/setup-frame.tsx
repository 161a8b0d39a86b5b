import type { ReactNode } from 'react';
import { LanguageChoice } from '#app/account/language-choice.tsx';
import { BrandMark } from '#app/shell/brand.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { ThemeSwitch } from '#app/shell/theme-switch.tsx';

/** What stands around the pages of the wizard. */
export function SetupFrame({
  title,
  intro,
  children,
}: {
  title: ReactNode;
  intro: ReactNode;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <div className="mx-auto w-full max-w-[45rem] px-4 py-5 sm:px-6 sm:py-8">
      <div className="flex items-center justify-between gap-4">
        <span className="flex items-center gap-2.5">
          <BrandMark className="size-8" />
          <span className="text-lead font-bold tracking-tight max-sm:sr-only">{t('shell.productName')}</span>
        </span>
        <span className="flex items-center gap-1">
          <LanguageChoice />
          <ThemeSwitch />
        </span>
      </div>
      <header className="pt-10 pb-8 sm:pt-14">
        <h1 className="text-display font-semibold tracking-tight text-balance">{title}</h1>
        <p className="mt-2 max-w-[38rem] text-lead text-soft text-pretty">{intro}</p>
      </header>
      {children}
    </div>
  );
}
