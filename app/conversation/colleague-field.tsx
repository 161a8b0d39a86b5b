import { useState } from 'react';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useMentionCandidates } from './use-mention-candidates.ts';

type Props = {
  name: string;
  label: string;
  placeholder: string;
  required?: boolean;
  error: string | undefined;
  before: string | undefined;
  className?: string;
};

/** Anybody in the company, by name or handle; colleagues are suggested while one types. */
export function ColleagueField({ name, label, error, before = '', className, ...rest }: Props) {
  const [typed, setTyped] = useState(before);
  const found = useMentionCandidates(typed.trim());
  return (
    <>
      <Field label={label} error={error} className={className}>
        <TextInput
          {...rest}
          id={name}
          name={name}
          list={`${name}-found`}
          maxLength={160}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
      <datalist id={`${name}-found`}>
        {found.map((person) => (
          <option key={person.personId} value={`${person.name} · @${person.handle}`}>
            {person.detail}
          </option>
        ))}
      </datalist>
    </>
  );
}
