import { useState } from 'react';
import { useMentionCandidates } from '#app/conversation/use-mention-candidates.ts';
import { useT } from '#app/shell/i18n.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

type Props = { error: string | undefined; before: string | undefined };

/** Anybody in the company, by name or handle; colleagues are suggested while one types. */
export function WhomField({ error, before = '' }: Props) {
  const t = useT();
  const [typed, setTyped] = useState(before);
  const found = useMentionCandidates(typed.trim());
  return (
    <>
      <Field label={t('admin.whom')} error={error}>
        <TextInput
          id="whom"
          name="whom"
          list="whom-found"
          required
          maxLength={160}
          autoComplete="off"
          placeholder={t('admin.whomPlaceholder')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
      <datalist id="whom-found">
        {found.map((person) => (
          <option key={person.personId} value={`${person.name} · @${person.handle}`}>
            {person.detail}
          </option>
        ))}
      </datalist>
    </>
  );
}
