import { useLocation } from '@remix-run/react';
import { Languages } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';

const LANGUAGES = [
  { value: 'de', name: 'Deutsch' },
  { value: 'en', name: 'English' },
] as const;

/** Between the languages, each in its own name. A plain form: the whole page comes again in the other words. */
export function LanguageChoice() {
  const t = useT();
  const { pathname, search } = useLocation();
  const current = t.locale.slice(0, 2);
  return (
    <form method="post" action="/language" className="-ms-2 flex items-center gap-1">
      <input type="hidden" name="to" value={pathname + search} />
      <Languages aria-hidden="true" className="mx-1 size-4 text-muted" />
      <fieldset className="flex gap-1">
        <legend className="sr-only">{t('shell.language')}</legend>
        {LANGUAGES.map(({ value, name }) => (
          <button
            key={value}
            type="submit"
            name="language"
            value={value}
            lang={value}
            aria-pressed={value === current}
            className={cn(
              'h-8 rounded-md px-2 text-meta transition-colors hover:bg-sunk hover:text-ink',
              value === current ? 'font-semibold text-ink' : 'text-muted',
            )}
          >
            {name}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
