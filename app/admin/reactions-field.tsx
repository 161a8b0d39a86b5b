import { useT } from '#app/shell/i18n.tsx';
import { FieldError } from '#app/ui/field-error.tsx';
import { Select } from '#app/ui/select.tsx';
import { REACTION_CHOICES, REACTION_PLACES } from '#server/domain/settings/reaction-choices.schema.ts';

type Props = { chosen: readonly string[]; error?: string };

/** The company's reactions, place by place: works without script, and with a keyboard alone. */
export function ReactionsField({ chosen, error }: Props) {
  const t = useT();
  // One that is no longer among the choices stays selectable until it is changed.
  const choices = [
    ...REACTION_CHOICES,
    ...chosen.filter((emoji) => !REACTION_CHOICES.some((one) => one === emoji)),
  ];
  return (
    <fieldset aria-describedby={error ? 'reaction-error' : undefined}>
      <legend className="mb-1.5 text-meta font-medium">{t('admin.reactionsChoose')}</legend>
      <ol id="reaction" className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {Array.from({ length: REACTION_PLACES }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number
          <li key={place}>
            <Select
              name="reaction[]"
              defaultValue={chosen[place] ?? ''}
              aria-label={t('admin.reactionAt', { number: place + 1 })}
            >
              <option value="">{t('admin.reactionNone')}</option>
              {choices.map((emoji) => (
                <option key={emoji} value={emoji}>
                  {emoji}
                </option>
              ))}
            </Select>
          </li>
        ))}
      </ol>
      {error && <FieldError id="reaction-error">{error}</FieldError>}
    </fieldset>
  );
}
