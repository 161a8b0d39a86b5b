import { useLocation, useRouteLoaderData } from '@remix-run/react';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { cn } from '#app/ui/cn.ts';
import { iconButtonStyle } from '#app/ui/icon-button.tsx';
import { useT } from './i18n.tsx';
import { applyTheme, chosenTheme, type Theme, watchTheme } from './theme.ts';

// Plain forms, so that the switch also works before or without JavaScript.
function onSubmit(event: React.FormEvent<HTMLFormElement>) {
  const submitter = (event.nativeEvent as SubmitEvent).submitter;
  if (!(submitter instanceof HTMLButtonElement)) return;
  event.preventDefault();
  applyTheme(submitter.value as Theme);
}

function ThemeForm({ children, className }: { children: React.ReactNode; className?: string }) {
  const { pathname, search } = useLocation();
  return (
    <form method="post" action="/theme" onSubmit={onSubmit} className={className}>
      <input type="hidden" name="to" value={pathname + search} />
      {children}
    </form>
  );
}

/** One press between light and dark. Which button shows is a matter of style, so nothing flashes. */
export function ThemeSwitch({ className }: { className?: string }) {
  const t = useT();
  return (
    <ThemeForm className={className}>
      <button
        type="submit"
        name="theme"
        value="dark"
        title={t('shell.switchToDark')}
        className={cn(iconButtonStyle({ size: 'lg' }), 'dark:!hidden')}
      >
        <Moon aria-hidden="true" />
        <span className="sr-only">{t('shell.switchToDark')}</span>
      </button>
      <button
        type="submit"
        name="theme"
        value="light"
        title={t('shell.switchToLight')}
        className={cn(iconButtonStyle({ size: 'lg' }), 'light:!hidden')}
      >
        <Sun aria-hidden="true" />
        <span className="sr-only">{t('shell.switchToLight')}</span>
      </button>
    </ThemeForm>
  );
}

const CHOICES = [
  { value: 'system', label: 'shell.themeSystem', icon: Monitor },
  { value: 'light', label: 'shell.themeLight', icon: Sun },
  { value: 'dark', label: 'shell.themeDark', icon: Moon },
] as const;

/** All three choices, with their words. */
export function ThemeChoice() {
  const t = useT();
  const data = useRouteLoaderData('root') as { theme: Theme } | undefined;
  const chosen = useSyncExternalStore(watchTheme, chosenTheme, () => data?.theme ?? 'system');
  return (
    <ThemeForm>
      <fieldset className="flex gap-1 rounded-md bg-sunk p-1">
        <legend className="sr-only">{t('shell.theme')}</legend>
        {CHOICES.map(({ value, label, icon: Icon }) => (
          <button
            key={value}
            type="submit"
            name="theme"
            value={value}
            aria-pressed={value === chosen}
            className={cn(
              'flex h-8 flex-1 items-center justify-center gap-1.5 rounded-sm px-2 text-meta font-medium whitespace-nowrap',
              value === chosen ? 'bg-surface text-ink ring-1 ring-line' : 'text-soft hover:text-ink',
            )}
          >
            <Icon aria-hidden="true" className="size-4" />
            {t(label)}
          </button>
        ))}
      </fieldset>
    </ThemeForm>
  );
}
