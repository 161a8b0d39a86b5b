import { useT } from '#app/shell/i18n.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';

type ParentFieldProps = {
  name: string;
  choices: { value: string; name: string }[];
  value: string | undefined;
  error: string | undefined;
  className?: string;
};

/** Of which other project a project is a part. */
export function ParentField({ name, choices, value, error, className }: ParentFieldProps) {
  const t = useT();
  return (
    <Field label={t('projects.partOf')} error={error} {...(className && { className })}>
      <Select id={name} name={name} defaultValue={value ?? ''}>
        <option value="">{t('projects.partOfNone')}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
