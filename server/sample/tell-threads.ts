import type { Actor } from '#server/domain/identity/actor.ts';
import type { ToldPost } from './posts/post.types.ts';
import { happens, named, type Story } from './story.ts';
import { bodies } from './tell-projects.ts';
import { peopleOf } from './told-groups.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

type ToldPoll = NonNullable<ToldPost['poll']>;

/** A poll as the form of its post says it. */
export function toldPoll(story: Story, poll: ToldPoll): Record<string, string> {
  const options = poll.options.map(([text], index) => [`pollOption${index + 1}`, text] as const);
  const closesOn = new Date(story.days.start.getTime() + poll.closesInDays * DAY_MS);
  return {
    ...Object.fromEntries(options),
    pollClosesOn: closesOn.toISOString().slice(0, 10),
    ...(poll.anonymous && { pollAnonymous: 'on' }),
  };
}

/** So many vote for each option, each person once. */
export function tellVotes(story: Story, entryId: string, at: Date, post: ToldPost): void {
  const { poll } = post;
  if (!poll) return;
  happens(story, soon(story, at, 8), async () => {
    const options = await story.tx.pollOption.findMany({ where: { entryId }, orderBy: { rank: 'asc' } });
    const voters = peopleOf(story, post.to).filter((who) => named(story.people, who).role !== 'reader');
    for (const [index, [, votes]] of poll.options.entries()) {
      for (let n = 0; n < votes && voters.length > 0; n += 1) {
        const [who] = voters.splice(Math.floor(story.random() * voters.length), 1);
        const option = options[index]?.id;
        if (who && option)
          await story.services.conversation.vote(named(story.people, who), { entryId, option: [option] });
      }
    }
  });
}

/** The author closes the comments, an hour before the story ends at the latest. */
export function tellClosing(story: Story, entryId: string, author: Actor, post: ToldPost, at: Date): void {
  const { closed } = post;
  if (!closed) return;
  happens(story, soon(story, at, 24 * 60), () =>
    story.services.conversation.closeComments(author, { entryId, closed: true, reason: closed }),
  );
}

/** Somebody passes it on to their own. */
export function tellShare(story: Story, entryId: string, at: Date, { shared }: ToldPost): void {
  if (!shared) return;
  const sharer = named(story.people, shared.by);
  const place = story.sites.get(shared.to) ?? story.units.get(shared.to) ?? story.projects.get(shared.to);
  if (!place) throw new Error(`the sample company knows no audience "${shared.to}"`);
  const publishedAt = soon(story, at, shared.afterMinutes);
  happens(story, publishedAt, async () => {
    await story.services.feed.sharePost(sharer, {
      entryId,
      audienceId: place.audienceId,
      publishedAt,
      ...bodies(story, shared.text, sharer.language),
    });
  });
}

function soon(story: Story, at: Date, minutes: number): Date {
  return new Date(Math.min(at.getTime() + minutes * MINUTE_MS, story.days.start.getTime()));
}
