import { writeBodies } from '#server/domain/conversation/write-entry.ts';
import { mayPostTo } from '#server/domain/feed/post.policy.ts';
import { changeAttachments } from '#server/domain/files/change-attachments.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { mayRequire } from '#server/domain/must-read/must-read.policy.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { invalid } from '#server/platform/errors.ts';
import type { WaitingWords } from './schedule.schema.ts';
import type { waitingPost } from './waiting-post.ts';

type WaitingPost = Awaited<ReturnType<typeof waitingPost>>;

/**
 * Gives a post that waits other words, files or readers. Nobody has read it yet, so there is no history to keep. Where the
 * actor may not demand of its readers that they read it, it comes out as any other post: held back at its hour it would
 * help nobody.
 * @returns whether it was to be read by all, and is not any more
 * @throws AppError invalid (audienceId, attachments)
 */
export async function rewriteWaiting(
  tx: Tx,
  parts: Pick<Parts, 'config' | 'clock'>,
  actor: Actor,
  post: WaitingPost,
  input: WaitingWords,
): Promise<{ mustReadDropped: boolean }> {
  const entryId = post.id;
  const audienceId = input.audienceId ?? post.audienceId;
  if (!(await mayPostTo(tx, actor, audienceId))) throw invalid({ audienceId: ['error.audienceNotYours'] });
  await writeWords(tx, parts, post, input);
  if (input.attachments) await changeAttachments(tx, actor, entryId, input.attachments);
  await tx.entry.update({ where: { id: entryId }, data: { audienceId } });
  if (await mayRequire(tx, actor, audienceId)) return { mustReadDropped: false };
  const { count } = await tx.requiredReading.deleteMany({ where: { entryId } });
  return { mustReadDropped: count > 0 };
}

/** The new words in place of the old, in one language or both. */
async function writeWords(
  tx: Tx,
  parts: Pick<Parts, 'config' | 'clock'>,
  { id: entryId, authorId, revision, language }: WaitingPost,
  { text, otherText }: WaitingWords,
): Promise<void> {
  const other = language === 'de' ? 'en' : 'de';
  await tx.mention.deleteMany({ where: { entryId } });
  await tx.entryBody.deleteMany({ where: { entryId } });
  await writeBodies(tx, parts, {
    entryId,
    revision,
    writtenById: authorId,
    writtenAt: parts.clock.now(),
    bodies: [{ language, text }, ...(otherText ? [{ language: other, text: otherText } as const] : [])],
  });
}
