import { mayRead } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { mayWrite } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { answerTimes } from '#server/domain/people/answer-times.ts';
import { findColleague } from '#server/domain/people/find-colleague.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { canAnswer } from './choose-answerer.ts';
import { type LoadedPin, loadPinFor } from './load-pin.ts';
import type { ForwardInput } from './pinboard.schema.ts';

type ForwardParts = Pick<Parts, 'db' | 'events' | 'clock'>;

/**
 * Hands a question on to a colleague, who answers it from now on with time of their own; whoever asked is told. A
 * colleague who could not read it so far gets it only once whoever asked has agreed: what was written for the two
 * reaches nobody else behind their back. Resolves to whether it was handed on at once.
 * @throws AppError not_found, forbidden; invalid (to) for somebody unknown, away, oneself, or whoever asked.
 */
export async function forwardQuestion(
  parts: ForwardParts,
  actor: Actor,
  input: ForwardInput,
): Promise<boolean> {
  if (!mayWrite(actor)) throw new AppError('forbidden');
  const today = dayIn(actor.timeZone, parts.clock.now());
  const toId = await findColleague(parts.db, actor, input.to, today);
  if (!toId) throw invalid({ to: ['pinboard.forwardUnknown'] });
  return parts.events.transaction(async (tx) => {
    const pin = await loadPinFor(tx, actor, input.entryId, 'forward');
    if (toId === pin.question?.answererId) throw invalid({ to: ['pinboard.forwardHasIt'] });
    if (toId === pin.authorId) throw invalid({ to: ['pinboard.forwardAsked'] });
    if (!(await canAnswer(tx, toId, pin.authorId, today))) throw invalid({ to: ['pinboard.forwardAway'] });
    if (toId === pin.ownerId || (await readsAlready(tx, toId, pin.audienceId))) {
      await handOn(parts, tx, pin, toId, actor.personId);
      return true;
    }
    await tx.question.update({
      where: { entryId: pin.entryId },
      data: { proposedToId: toId, forwardedById: actor.personId },
    });
    await parts.events.publish(tx, {
      type: 'question.forward_proposed',
      entryId: pin.entryId,
      personId: actor.personId,
    });
    return false;
  });
}

/** Whoever asked lets the question be handed on to the colleague proposed, or does not. */
export async function decideForward(
  parts: ForwardParts,
  actor: Actor,
  { entryId, agree }: { entryId: string; agree: boolean },
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const pin = await loadPinFor(tx, actor, entryId, 'decideForward');
    const toId = pin.question?.proposedToId;
    if (!toId) throw new AppError('forbidden');
    const { forwardedById } = await tx.question.findUniqueOrThrow({ where: { entryId: pin.entryId } });
    if (agree) {
      const today = dayIn(actor.timeZone, parts.clock.now());
      if (!(await canAnswer(tx, toId, pin.authorId, today))) {
        throw new AppError('conflict', { message: 'pinboard.forwardAway' });
      }
      await handOn(parts, tx, pin, toId, forwardedById ?? pin.ownerId);
      return;
    }
    await tx.question.update({
      where: { entryId: pin.entryId },
      data: { proposedToId: null, forwardedById: null },
    });
    await parts.events.publish(tx, { type: 'pin.changed', entryId: pin.entryId, ownerId: pin.ownerId });
  });
}

async function handOn(
  parts: ForwardParts,
  tx: Tx,
  pin: LoadedPin,
  toId: string,
  byId: string,
): Promise<void> {
  const times = await answerTimes({ db: tx }, toId, parts.clock.now());
  await tx.question.update({
    where: { entryId: pin.entryId },
    data: { answererId: toId, forwardedById: byId, proposedToId: null, escalatedAt: null, ...times },
  });
  await parts.events.publish(tx, {
    type: 'question.forwarded',
    entryId: pin.entryId,
    personId: toId,
    actorId: byId,
  });
}

async function readsAlready(tx: Tx, personId: string, audienceId: string): Promise<boolean> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { kind: true } });
  return mayRead(tx, { personId, role: person.kind === 'external' ? 'external' : 'employee' }, audienceId);
}
