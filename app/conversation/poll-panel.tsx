import { useLocation } from '@remix-run/react';
import { Check, Download, EyeOff, Users } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Dotted, useFormat, useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { cn } from '#app/ui/cn.ts';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { PollView } from '#server/domain/conversation/polls/poll.view.ts';
import { entryAddress } from './entry-form-data.ts';

type Props = {
  entry: EntryView & { poll: PollView };
  onVote: (fields: Record<string, string>) => Promise<boolean>;
  className?: string;
};

/** A poll below its question: what is kept of a vote is said before voting, the result stands where one may see it. */
export function PollPanel({ entry, onVote, className }: Props) {
  const t = useT();
  const { poll } = entry;
  const [changing, setChanging] = useState(false);
  const voting = poll.abilities.vote && (!poll.voted || changing);
  return (
    <section
      aria-label={t('conversation.poll')}
      className={cn('flex flex-col gap-3 rounded-lg border border-line p-3.5', className)}
    >
      <p className="flex items-start gap-2 text-meta text-soft">
        {poll.anonymous ? (
          <EyeOff aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        ) : (
          <Users aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        )}
        <span>{t(poll.anonymous ? 'conversation.pollAnonymousText' : 'conversation.pollOpenText')}</span>
      </p>
      {voting ? (
        <Ballot entry={entry} onVote={onVote} onDone={() => setChanging(false)} />
      ) : (
        <Options poll={poll} />
      )}
      {poll.withheld && <p className="text-meta text-soft">{t('conversation.pollWithheld')}</p>}
      <PollFoot entry={entry} onChange={voting ? undefined : () => setChanging(true)} />
    </section>
  );
}

type BallotProps = Pick<Props, 'entry' | 'onVote'> & { onDone: () => void };

function Ballot({ entry, onVote, onDone }: BallotProps) {
  const t = useT();
  const { poll } = entry;
  const { pathname, search } = useLocation();
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget).getAll('option').map(String);
    setMissing(chosen.length === 0);
    if (chosen.length === 0 || busy) return;
    setBusy(true);
    const done = await onVote({ intent: 'vote', options: chosen.join(',') });
    setBusy(false);
    if (done) onDone();
  };
  return (
    <form method="post" action={entryAddress(entry.id)} onSubmit={send} className="flex flex-col gap-2.5">
      <input type="hidden" name="intent" value="vote" />
      <noscript>
        <input type="hidden" name="returnTo" value={pathname + search} />
      </noscript>
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1.5 text-meta text-muted">
          {t(poll.multiple ? 'conversation.pollSeveral' : 'conversation.pollOne')}
        </legend>
        {poll.options.map((option) => (
          <Checkbox
            key={option.id}
            kind={poll.multiple ? 'checkbox' : 'radio'}
            name="option"
            value={option.id}
            defaultChecked={option.mine}
            label={<span dir="auto">{option.text}</span>}
          />
        ))}
      </fieldset>
      {missing && (
        <p role="alert" className="text-meta text-bad">
          {t('error.choose')}
        </p>
      )}
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('conversation.pollVote')}
        </Button>
      </div>
    </form>
  );
}

function Options({ poll }: { poll: PollView }) {
  const t = useT();
  return (
    <ul className="flex flex-col gap-2">
      {poll.options.map((option) => {
        const share =
          option.votes === null || poll.voters === 0 ? 0 : Math.round((option.votes / poll.voters) * 100);
        return (
          <li key={option.id}>
            <div className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 break-words" dir="auto">
                {option.text}
                {option.mine && (
                  <span className="ms-1.5 inline-flex items-center gap-0.5 text-meta font-medium text-brand-ink">
                    <Check aria-hidden="true" className="size-3.5" />
                    {t('conversation.pollMine')}
                  </span>
                )}
              </span>
              {option.votes !== null && (
                <span className="shrink-0 text-meta text-soft tabular-nums">
                  {t('conversation.pollShare', { count: option.votes, share })}
                </span>
              )}
            </div>
            {option.votes !== null && (
              <div aria-hidden="true" className="mt-1 h-2 overflow-hidden rounded-full bg-sunk">
                <div
                  className={cn('h-full rounded-full', option.mine ? 'bg-brand' : 'bg-control-line')}
                  style={{ width: `${share}%` }}
                />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The day that a poll runs to, rather than the midnight after it. */
function lastMinute(closesAt: string): string {
  return new Date(new Date(closesAt).getTime() - 60_000).toISOString();
}

function PollFoot({ entry, onChange }: { entry: Props['entry']; onChange?: () => void }) {
  const t = useT();
  const format = useFormat();
  const { poll } = entry;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-meta text-muted">
      <p className="flex flex-wrap gap-x-1">
        <Dotted
          parts={[
            t('conversation.pollVoters', { count: poll.voters }),
            poll.closed
              ? t('conversation.pollClosed')
              : t('conversation.pollCloses', { when: format.due(lastMinute(poll.closesAt)) }),
            poll.anonymous && poll.voted && t('conversation.pollYouVoted'),
          ]}
        />
      </p>
      {poll.voted && poll.abilities.vote && onChange && (
        <button
          type="button"
          onClick={onChange}
          className="min-h-6 rounded-sm font-medium text-brand-ink hover:underline"
        >
          {t('conversation.pollChange')}
        </button>
      )}
      {poll.abilities.export && (
        <a
          href={`${entryAddress(entry.id)}/poll.csv`}
          download
          className="inline-flex min-h-6 items-center gap-1 rounded-sm font-medium text-brand-ink hover:underline"
        >
          <Download aria-hidden="true" className="size-3.5" />
          {t('conversation.pollExport')}
        </a>
      )}
    </div>
  );
}
