import { Link } from '@remix-run/react';
import { CalendarClock, X } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import { LaterFields } from './later-fields.tsx';

type Props = {
  open: boolean;
  onOpen: (open: boolean) => void;
  timeZone: string;
  values: Record<string, string>;
  errorOf: (field: string) => string | undefined;
};

/** The post waits for its hour instead of going out at once. */
export function ComposerLater({ open, onOpen, timeZone, values, errorOf }: Props) {
  const t = useT();
  if (!open) {
    return (
      <Button look="quiet" onClick={() => onOpen(true)}>
        <CalendarClock aria-hidden="true" />
        {t('feed.later')}
      </Button>
    );
  }
  return (
    <fieldset className="flex basis-full flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-line p-2 text-meta">
      <legend className="sr-only">{t('feed.later')}</legend>
      <LaterFields id="later" values={values} timeZone={timeZone} errorOf={errorOf} />
      <span className="ms-auto flex items-center gap-1">
        <Link to="/scheduled" className="text-brand-ink hover:underline">
          {t('feed.scheduledTitle')}
        </Link>
        <IconButton size="sm" label={t('feed.laterRemove')} onClick={() => onOpen(false)}>
          <X aria-hidden="true" />
        </IconButton>
      </span>
    </fieldset>
  );
}
