import { addPoll, pollOf } from '#server/domain/conversation/polls/add-poll.ts';
import { type WriteEntryInput, writeEntry } from '#server/domain/conversation/write-entry.ts';
import { writeOnce } from '#server/domain/conversation/write-once.ts';
import { publishMoment } from '#server/domain/feed/scheduling/publish-moment.ts';
import { attachFiles } from '#server/domain/files/attach-files.ts';
import { type Actor, mayWrite } from '#server/domain/identity/actor.ts';
import { requireReading } from '#server/domain/must-read/require-reading.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { letAppear } from './let-appear.ts';
import { mayPostTo } from './post.policy.ts';
import type { PostInput } from './post.schema.ts';
import { mandateNow, voiceOf } from './voice.ts';

/**
 * Publishes a post to an audience that the actor may address, as themselves or for an office or a person
 * they hold a mandate for; at once, or at the moment that the input names. Sent twice it yields the one post.
 * @throws AppError forbidden for readers, invalid (audienceId, voice) where the right is missing, (publishOn, publishAt)
 *   for no moment to publish at.
 */
export async function publishPost(
  parts: Pick<Parts, 'config' | 'db' | 'events' | 'ids' | 'clock'>,
  actor: Actor,
  input: PostInput & Pick<WriteEntryInput, 'publishedAt' | 'translation' | 'language' | 'sharedEntryId'>,
): Promise<{ id: string }> {
  if (!mayWrite(actor)) throw new AppError('forbidden');
  return writeOnce(parts, actor, input, async (tx, idempotencyKey) => {
    if (!(await mayPostTo(tx, actor, input.audienceId)))
      throw invalid({ audienceId: ['error.audienceNotYours'] });
    const poll = pollOf(parts, actor, input);
    const scheduledFor = publishMoment(parts, actor, input) ?? undefined;
    if (poll && scheduledFor && poll.closesAt <= scheduledFor)
      throw invalid({ pollClosesOn: ['feed.pollDayBefore'] });
    const voice = voiceOf(input.voice);
    const mandate = voice && (await mandateNow(tx, parts, actor, voice));
    if (voice && !mandate) throw invalid({ voice: ['error.noMandate'] });
    const entry = await writeEntry(tx, parts, actor, {
      kind: 'post',
      audienceId: input.audienceId,
      text: input.text,
      language: input.language,
      translation: input.translation ?? otherBody(actor, input),
      officeId: voice?.scope === 'office' ? voice.id : undefined,
      behalfOfId: voice?.scope === 'person' ? voice.id : undefined,
      mandateId: mandate?.id,
      intent: input.intent,
      idempotencyKey,
      publishedAt: input.publishedAt,
      scheduledFor,
      sharedEntryId: input.sharedEntryId,
    });
    await attachFiles(tx, actor, entry.id, input.attachments ?? []);
    const post = { ...entry, audienceId: input.audienceId, authorId: actor.personId };
    const mustRead = input.mustRead ?? false;
    if (mustRead) await requireReading(tx, actor, post, input.readBy);
    if (poll) await addPoll(tx, parts, entry.id, poll);
    if (!scheduledFor) await letAppear(tx, parts, { ...post, mustRead });
    return entry.id;
  });
}

/** The body in the other language, where one was written. */
function otherBody(
  actor: Actor,
  { language = actor.language, otherText }: PostInput,
): WriteEntryInput['translation'] {
  return otherText ? { language: language === 'de' ? 'en' : 'de', text: otherText } : undefined;
}
