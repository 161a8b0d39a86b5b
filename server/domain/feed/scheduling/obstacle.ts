import type { HeldBecause } from '#server/domain/events.ts';
import { mayPostTo, type Voice } from '#server/domain/feed/post.policy.ts';
import { mandateNow } from '#server/domain/feed/voice.ts';
import { type Actor, mayWrite } from '#server/domain/identity/actor.ts';
import { mayRequire } from '#server/domain/must-read/must-read.policy.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';

/** A right that somebody lacks who is here to hear of it. */
export type Obstacle = Exclude<HeldBecause, 'account'>;

/** What a post asks of its author's rights. */
export type Wanting = { audienceId: string; voice: Voice | null; mustRead: boolean };

/**
 * The first right that its author lacks now for a post that waits, or null: those that were asked for when it was
 * written, asked for again.
 */
export async function obstacleTo(
  db: Database | Tx,
  parts: Pick<Parts, 'clock'>,
  author: Actor,
  { audienceId, voice, mustRead }: Wanting,
): Promise<Obstacle | null> {
  if (!mayWrite(author)) return 'readOnly';
  if (!(await mayPostTo(db, author, audienceId))) return 'audience';
  if (voice && !(await mandateNow(db, parts, author, voice))) return 'voice';
  if (mustRead && !(await mayRequire(db, author, audienceId))) return 'mustRead';
  return null;
}
