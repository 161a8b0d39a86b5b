import { Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { Field } from '#app/ui/field.tsx';
import { FieldError } from '#app/ui/field-error.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { POLL_OPTION_MAX, POLL_OPTIONS_MAX } from '#server/domain/conversation/polls/poll-limits.schema.ts';

type Props = {
  values: Record<string, string>;
  errorOf: (field: string) => string | undefined;
  onClose: () => void;
};

const WEEK_MS = 7 * 86_400_000;

/** Options, last day and ways of a poll; loaded when somebody asks for one. */
export function PollFields({ values, errorOf, onClose }: Props) {
  const t = useT();
  const [count, setCount] = useState(() => optionsIn(values));
  const list = useRef<HTMLDivElement>(null);
  const day = useInAWeek();
  const add = () => {
    setCount(count + 1);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('li:last-child input')?.focus());
  };
  const error =
    errorOf('poll') ??
    Array.from({ length: count }, (_, index) => errorOf(`pollOption${index + 1}`)).find(Boolean);
  return (
    <fieldset className="flex basis-full flex-col gap-3 rounded-lg border border-line p-3.5">
      <legend className="sr-only">{t('feed.poll')}</legend>
      <div className="flex items-center justify-between gap-2">
        <p className="font-medium">{t('feed.pollAsk')}</p>
        <IconButton label={t('feed.pollRemove')} onClick={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
      <div ref={list} className="flex flex-col gap-2">
        <ol className="flex flex-col gap-2">
          {Array.from({ length: count }, (_, index) => {
            const name = `pollOption${index + 1}`;
            return (
              <li key={name}>
                <TextInput
                  name={name}
                  maxLength={POLL_OPTION_MAX}
                  defaultValue={values[name]}
                  aria-label={t('feed.pollOption', { number: index + 1 })}
                  placeholder={t('feed.pollOption', { number: index + 1 })}
                />
              </li>
            );
          })}
        </ol>
        {error && <FieldError id="poll-error">{error}</FieldError>}
        {count < POLL_OPTIONS_MAX && (
          <Button look="quiet" className="self-start" onClick={add}>
            <Plus aria-hidden="true" />
            {t('feed.pollAdd')}
          </Button>
        )}
      </div>
      <Field label={t('feed.pollClosesOn')} error={errorOf('pollClosesOn')} className="max-w-52">
        <TextInput type="date" name="pollClosesOn" key={day} defaultValue={values.pollClosesOn ?? day} />
      </Field>
      <Checkbox
        name="pollMultiple"
        defaultChecked={values.pollMultiple === 'on'}
        label={t('feed.pollMultiple')}
      />
      <Checkbox
        name="pollAnonymous"
        defaultChecked={values.pollAnonymous === 'on'}
        label={t('feed.pollAnonymous')}
        hint={t('feed.pollAnonymousHint')}
      />
    </fieldset>
  );
}

/** How many options there are to begin with: up to the last that was filled in, and at least two. */
function optionsIn(values: Record<string, string>): number {
  const filled = Array.from({ length: POLL_OPTIONS_MAX }, (_, index) => index + 1).filter(
    (number) => values[`pollOption${number}`],
  );
  return Math.max(2, ...filled);
}

/** A week from today, in the writer's zone; empty until the browser says what day it is. */
function useInAWeek(): string {
  const [day, setDay] = useState('');
  useEffect(() => {
    setDay(new Intl.DateTimeFormat('en-CA').format(new Date(Date.now() + WEEK_MS)));
  }, []);
  return day;
}
