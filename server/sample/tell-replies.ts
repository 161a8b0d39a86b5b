import { addReactions } from '#server/domain/conversation/add-reactions.ts';
import type { ToldComment } from './projects/project.types.ts';
import { happens, named, type Story } from './story.ts';

const MINUTE_MS = 60_000;

/** A comment that will be told: when, and afterwards its id. */
export type ToldReply = { at: Date; id: () => string };

/** Comments below an entry, each some minutes after the one before it, never after the story's end. */
export function tellComments(
  story: Story,
  entryId: string,
  at: Date,
  comments: readonly ToldComment[],
): ToldReply[] {
  let time = at.getTime();
  const end = story.days.start.getTime();
  return comments.map(([who, text, after], index) => {
    time += (after ?? 11 + index * 17) * MINUTE_MS;
    const actor = named(story.people, who);
    const publishedAt = new Date(Math.min(time, end - (comments.length - index) * MINUTE_MS));
    let id: string | undefined;
    happens(story, publishedAt, async () => {
      const comment = await story.services.conversation.addComment(actor, {
        entryId,
        text: story.days.fill(text, actor.language),
        publishedAt,
      });
      id = comment.id;
    });
    const told = (): string => {
      if (!id) throw new Error('this comment has not been told yet');
      return id;
    };
    return { at: publishedAt, id: told };
  });
}

/** So many of each reaction, from people of the group: those who can read it. */
export function tellReactions(
  story: Story,
  entryId: string,
  at: Date,
  reactions: readonly (readonly [emoji: string, count: number])[],
  group: readonly string[],
): void {
  if (reactions.length === 0) return;
  const createdAt = new Date(Math.min(at.getTime() + 5 * MINUTE_MS, story.days.start.getTime()));
  happens(story, createdAt, async () => {
    const rows = reactions.flatMap(([emoji, count]) =>
      choosePeople(story, count, group).map((personId) => ({ personId, emoji, createdAt })),
    );
    await addReactions(story.tx, entryId, rows);
  });
}

/** As many as asked for, or all there are; readers read. */
function choosePeople(story: Story, count: number, group: readonly string[]): string[] {
  const left = group.filter((who) => named(story.people, who).role !== 'reader');
  const chosen: string[] = [];
  while (chosen.length < count && left.length > 0) {
    const [who] = left.splice(Math.floor(story.random() * left.length), 1);
    if (who) chosen.push(named(story.people, who).personId);
  }
  return chosen;
}
