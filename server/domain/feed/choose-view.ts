import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { type FeedView, writeFeedView } from './feed-view.schema.ts';

/** Remembers how the actor looks at the feed, for every device. A shared terminal's choice is nobody's. */
export async function chooseView(parts: Pick<Parts, 'db'>, actor: Actor, view: FeedView): Promise<void> {
  if (actor.terminal) return;
  await parts.db.person.update({
    where: { id: actor.personId },
    data: { feedView: writeFeedView(view).toString() },
  });
}
