import { Form, Link, useSearchParams } from '@remix-run/react';
import { EntryBody } from '#app/conversation/entry-body.tsx';
import { useFieldError } from '#app/shell/form-errors.tsx';
import { Time, useT } from '#app/shell/i18n.tsx';
import { PersonAvatar, PersonLink, usePersonName } from '#app/shell/person.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { ContestView } from '#server/domain/conversation/contests.queries.ts';
import type { ModerationPage } from '#server/domain/conversation/moderation-page.ts';
import { ListPages } from './list-pages.tsx';
import type { Refused } from './moderation-action.ts';

type Failed = Refused | undefined;

/** Hidden words whose authors do not agree: somebody other than who hid them decides. */
export function ModerationContests({
  contests,
  failed,
}: {
  contests: ModerationPage<ContestView>;
  failed: Failed;
}) {
  const t = useT();
  const [params] = useSearchParams();
  if (contests.items.length === 0 && !params.has('contests')) return null;
  return (
    <section aria-labelledby="moderation-contests" className="mb-8">
      <h2 id="moderation-contests" className="mb-2 px-4 text-lead font-semibold md:px-0">
        {t('moderation.contests')}
      </h2>
      <ul className="flex flex-col gap-3">
        {contests.items.map((contest) => (
          <li key={contest.entry.id} id={`entry-${contest.entry.id}`} className="scroll-mt-20">
            <Contested
              contest={contest}
              failed={failed?.values.entryId === contest.entry.id ? failed : undefined}
            />
          </li>
        ))}
      </ul>
      <ListPages param="contests" next={contests.next} headingId="moderation-contests" />
    </section>
  );
}

function Contested({ contest, failed }: { contest: ContestView; failed: Failed }) {
  const t = useT();
  const nameOf = usePersonName();
  const errorOf = useFieldError(failed?.errors);
  const { entry } = contest;
  return (
    <Card as="article" edgeToEdge>
      <div className="flex gap-3">
        <PersonAvatar person={entry.author} />
        <div className="min-w-0 flex-1">
          <p className="mb-1 text-meta text-muted">
            <PersonLink person={entry.author} className="text-ink" /> · <Time at={entry.at} /> ·{' '}
            <Link to={`/posts/${entry.id}`} className="text-brand-ink underline">
              {t('moderation.openThread')}
            </Link>
          </p>
          <EntryBody entry={entry} />
        </div>
      </div>
      <div className="mt-3 rounded-md bg-warn-soft p-3">
        <p className="text-meta font-medium text-warn">
          {t('moderation.contestedBy', { name: nameOf(entry.author) })} · <Time at={contest.at} />
        </p>
        <p dir="auto">{contest.text}</p>
      </div>
      {contest.hidByMe ? (
        <p className="mt-3 text-meta text-soft">{t('moderation.hidByYou')}</p>
      ) : (
        <Form method="post" className="mt-3 flex flex-wrap items-end gap-2">
          <input type="hidden" name="entryId" value={entry.id} />
          <Field
            label={t('moderation.decision')}
            error={errorOf('reason')}
            className="min-w-52 flex-1 max-sm:basis-full"
          >
            <TextInput name="reason" required maxLength={500} defaultValue={failed?.values.reason} />
          </Field>
          <Button type="submit" name="intent" value="uphold">
            {t('moderation.keepHidden')}
          </Button>
          <Button type="submit" name="intent" value="grant">
            {t('moderation.showAgain')}
          </Button>
        </Form>
      )}
    </Card>
  );
}
