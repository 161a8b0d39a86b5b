import { useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import { FieldError } from '#app/ui/field-error.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

type Props = {
  /** Keeps labels of several forms on one page apart. */
  id: string;
  values?: { publishOn?: string; publishAt?: string };
  timeZone: string;
  errorOf: (field: string) => string | undefined;
};

const FIELDS = [
  { name: 'publishOn', type: 'date', label: 'feed.publishOn', width: 'w-40' },
  { name: 'publishAt', type: 'time', label: 'feed.publishAt', width: 'w-28' },
] as const;

/** The day and the time at which a post comes out, on the writer's clock, whose zone it names. */
export function LaterFields({ id, values, timeZone, errorOf }: Props) {
  const t = useT();
  const error = errorOf('publishOn') ?? errorOf('publishAt');
  return (
    <>
      {FIELDS.map(({ name, type, label, width }) => (
        <span key={name} className="flex items-center gap-2">
          <label htmlFor={`${id}-${name}`} className="text-muted">
            {t(label)}
          </label>
          <TextInput
            id={`${id}-${name}`}
            type={type}
            name={name}
            required
            aria-invalid={errorOf(name) ? true : undefined}
            aria-describedby={errorOf(name) ? `${id}-error` : undefined}
            defaultValue={values?.[name]}
            className={cn('h-9', width)}
          />
        </span>
      ))}
      <span className="text-muted" title={timeZone}>
        {t('feed.zone', { zone: cityOf(timeZone) })}
      </span>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </>
  );
}

/** `Europe/Berlin` → `Berlin`: how people call it. */
function cityOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
