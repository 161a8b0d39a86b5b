import { useT } from '#app/shell/i18n.tsx';
import { FieldError } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

type Props = {
  /** Keeps labels of several forms on one page apart. */
  id: string;
  values?: { publishOn?: string; publishAt?: string };
  timeZone: string;
  errorOf: (field: string) => string | undefined;
};

/** The day and the time at which a post comes out, on the writer's clock, whose zone it names. */
export function LaterFields({ id, values, timeZone, errorOf }: Props) {
  const t = useT();
  const error = errorOf('publishOn') ?? errorOf('publishAt');
  return (
    <>
      <span className="flex items-center gap-2">
        <label htmlFor={`${id}-on`} className="text-muted">
          {t('feed.publishOn')}
        </label>
        <TextInput
          id={`${id}-on`}
          type="date"
          name="publishOn"
          required
          defaultValue={values?.publishOn}
          className="h-9 w-40"
        />
      </span>
      <span className="flex items-center gap-2">
        <label htmlFor={`${id}-at`} className="text-muted">
          {t('feed.publishAt')}
        </label>
        <TextInput
          id={`${id}-at`}
          type="time"
          name="publishAt"
          required
          defaultValue={values?.publishAt}
          className="h-9 w-28"
        />
      </span>
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
