import type { Parts } from '#server/domain/parts.ts';
import type { CompanySettings } from '#server/domain/settings/settings.schema.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Actor } from './actor.ts';
import { readerOf } from './reader.queries.ts';
import { hashToken } from './token.ts';

/** Since when the actor has a token for their Atom feed, and on which day it was last used; null without one. */
export async function feedTokenOf({ db }: Pick<Parts, 'db'>, actor: Actor) {
  const row = await db.feedToken.findUnique({ where: { personId: actor.personId } });
  return row && { since: row.createdAt.toISOString(), usedOn: row.usedOn?.toISOString() ?? null };
}

/**
 * Whose feed a token opens, with the rights that they have now; null for one that is not ours, was ended, or whose
 * person may no longer sign in. Writes at most once a day.
 */
export async function readerByFeedToken(
  parts: Pick<Parts, 'db' | 'clock'>,
  settings: CompanySettings,
  token: string,
): Promise<Actor | null> {
  const row = await parts.db.feedToken.findUnique({ where: { tokenHash: hashToken(token) } });
  const reader = row && (await readerOf(parts, settings, row.personId));
  if (!row || !reader) return null;
  const today = dayIn('UTC', parts.clock.now());
  if (row.usedOn?.getTime() !== today.getTime())
    await parts.db.feedToken.updateMany({ where: { personId: row.personId }, data: { usedOn: today } });
  return reader;
}
