import { useState } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { FieldError } from '#app/ui/field-error.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

type Props = {
  values?: Record<string, string>;
  errorOf: (field: string) => string | undefined;
};

/** For whoever may demand it of the chosen audience: the box, and by when. */
export function MustReadOption({ values, errorOf }: Props) {
  const t = useT();
  const [on, setOn] = useState(values?.mustRead === 'on');
  const error = errorOf('mustRead') ?? errorOf('readBy');
  return (
    <div className="flex basis-full flex-wrap items-center gap-x-4 gap-y-2 text-meta">
      <Checkbox
        name="mustRead"
        label={t('conversation.mustReadOption')}
        checked={on}
        onChange={(event) => setOn(event.currentTarget.checked)}
      />
      {on && (
        <span className="flex items-center gap-2">
          <label htmlFor="read-by" className="text-muted">
            {t('conversation.readBy')}
          </label>
          <TextInput
            id="read-by"
            type="date"
            name="readBy"
            defaultValue={values?.readBy}
            className="h-9 w-40"
          />
        </span>
      )}
      {error && <FieldError id="must-read-error">{error}</FieldError>}
    </div>
  );
}
