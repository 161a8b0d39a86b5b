import { type FormEvent, useEffect, useRef } from 'react';
import type { Format } from '#app/shell/format.ts';
import { type Translate, useFormat, useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import type { Consequence } from '#server/domain/organisation/editing/consequences.ts';

type ConsequencesProps = {
  found: readonly Consequence[];
  /** The edit as it is sent without script. */
  fields: Record<string, string>;
  busy: boolean;
  danger: boolean;
  onApply: () => void;
  onBack: () => void;
};

/** What an edit brings about, before it is made. */
export function Consequences({ found, fields, busy, danger, onApply, onBack }: ConsequencesProps) {
  const t = useT();
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (submitter?.getAttribute('value') === 'back') onBack();
    else onApply();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group that takes the focus, no set of fields
    <div
      ref={box}
      tabIndex={-1}
      role="group"
      aria-label={t('orgEdit.whatFollows')}
      className="flex flex-col gap-3 rounded-lg bg-sunk p-3"
    >
      <h4 className="font-semibold">{t('orgEdit.whatFollows')}</h4>
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {found.map((one) => (
          <li key={sentenceOf(t, format, one)}>{sentenceOf(t, format, one)}</li>
        ))}
      </ul>
      <form method="post" onSubmit={onSubmit} className="flex flex-wrap gap-2">
        {Object.entries(fields)
          .filter(([name]) => name !== 'intent')
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <Button type="submit" name="intent" value="apply" look={danger ? 'danger' : 'primary'} busy={busy}>
          {t('orgEdit.apply')}
        </Button>
        <Button type="submit" name="intent" value="back" look="quiet" disabled={busy}>
          {t('orgEdit.back')}
        </Button>
      </form>
    </div>
  );
}

/** The server sends names and days as they are; a name that is withheld is said to be. */
function sentenceOf(t: Translate, format: Format, { key, values }: Consequence): string {
  const said = Object.entries(values).map(([name, value]) => {
    if (name === 'date') return [name, format.date(String(value))];
    if (name === 'name' && value === '') return [name, t('common.nameWithheld')];
    if (value === '') return [name, t('orgEdit.none')];
    return [name, value];
  });
  return t.maybe(key, Object.fromEntries(said));
}
