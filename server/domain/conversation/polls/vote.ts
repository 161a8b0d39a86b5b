import { loadEntry } from '#server/domain/conversation/load-entry.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { pollViews } from './poll.queries.ts';
import type { VoteInput } from './poll.schema.ts';

/**
 * Votes in a poll; in an open one also anew, and with no option at all it takes the vote back. Of an anonymous vote only
 * two things are kept, apart and without a time: that somebody took part, and one more in the tally. Every option's row
 * is written with each vote, so that not even the database's own bookkeeping tells which one was chosen.
 * @throws AppError not_found, forbidden; conflict when it has closed or an anonymous vote was cast; invalid (option).
 */
export async function vote(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  input: VoteInput,
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const entry = await loadEntry(tx, actor, input.entryId);
    // One at a time: two votes of one person, or a vote and the end, must not pass each other.
    await tx.$queryRaw`SELECT 1 FROM poll WHERE entry_id = ${entry.id}::uuid FOR UPDATE`;
    const poll = (await pollViews(tx, actor, [entry.id], parts.clock.now())).get(entry.id);
    if (!poll) throw new AppError('not_found');
    if (poll.closed) throw new AppError('conflict', { message: 'conversation.pollClosedNow' });
    if (poll.anonymous && poll.voted)
      throw new AppError('conflict', { message: 'conversation.pollVotedOnce' });
    if (!poll.abilities.vote) throw new AppError('forbidden');
    const known = new Set(poll.options.map((option) => option.id));
    const takesBack = input.option.length === 0 && poll.voted;
    if (!input.option.every((id) => known.has(id)) || (input.option.length === 0 && !takesBack))
      throw invalid({ option: ['error.choose'] });
    if (!poll.multiple && input.option.length > 1) throw invalid({ option: ['conversation.pollOnlyOne'] });
    if (poll.anonymous) await castAnonymous(tx, actor.personId, entry.id, input.option);
    else await castOpen(tx, actor.personId, entry.id, input.option);
    await parts.events.publish(tx, { type: 'poll.voted', entryId: entry.id });
  });
}

async function castAnonymous(tx: Tx, personId: string, entryId: string, optionIds: string[]): Promise<void> {
  await tx.pollParticipation.create({ data: { entryId, personId } });
  await tx.$executeRaw`
    UPDATE poll_option SET tally = tally + CASE WHEN id = ANY(${optionIds}::uuid[]) THEN 1 ELSE 0 END
    WHERE entry_id = ${entryId}::uuid`;
}

async function castOpen(tx: Tx, personId: string, entryId: string, optionIds: string[]): Promise<void> {
  await tx.pollVote.deleteMany({ where: { entryId, personId } });
  await tx.pollParticipation.deleteMany({ where: { entryId, personId } });
  if (optionIds.length === 0) return;
  await tx.pollParticipation.create({ data: { entryId, personId } });
  await tx.pollVote.createMany({ data: optionIds.map((optionId) => ({ entryId, personId, optionId })) });
}
