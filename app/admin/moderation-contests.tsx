import { useSearchParams } from '@remix-run/react';
import { Time, useT } from '#app/shell/i18n.tsx';
import { usePersonName } from '#app/shell/person.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import type { ContestView } from '#server/domain/conversation/moderation/contests.queries.ts';
import type { ModerationPage } from '#server/domain/conversation/moderation/moderation-page.ts';
import { DecisionForm } from './decision-form.tsx';
import { EntryInQuestion } from './entry-in-question.tsx';
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
  const { entry } = contest;
  return (
    <Card as="article" edgeToEdge>
      <EntryInQuestion entry={entry} />
      <div className="mt-3 rounded-md bg-warn-soft p-3">
        <p className="text-meta font-medium text-warn">
          {t('moderation.contestedBy', { name: nameOf(entry.author) })} · <Time at={contest.at} />
        </p>
        <p dir="auto">{contest.text}</p>
      </div>
      {contest.hidByMe ? (
        <p className="mt-3 text-meta text-soft">{t('moderation.hidByYou')}</p>
      ) : (
        <DecisionForm entryId={entry.id} failed={failed}>
          <Button type="submit" name="intent" value="uphold">
            {t('moderation.keepHidden')}
          </Button>
          <Button type="submit" name="intent" value="grant">
            {t('moderation.showAgain')}
          </Button>
        </DecisionForm>
      )}
    </Card>
  );
}
