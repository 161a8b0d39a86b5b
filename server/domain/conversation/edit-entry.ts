import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { invalid } from '#server/platform/errors.ts';
import { type EditInput, PIN_MAX } from './entry.schema.ts';
import { loadEntryFor } from './load-entry.ts';
import { idsToHandles } from './mention-source.ts';
import { ownBody } from './own-body.ts';
import { writeBodies } from './write-entry.ts';

/**
 * Gives an entry a new revision; earlier ones stay as its visible history. The body in the other language is changed,
 * taken away, or carried over; a post that has none may get one. Only the author may: nobody edits another's words.
 * @throws AppError invalid (text) for a pin that is too long, (otherText) for a second language where there can be none.
 */
export async function editEntry(
  parts: Pick<Parts, 'config' | 'events' | 'clock'>,
  actor: Actor,
  input: EditInput,
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const entry = await loadEntryFor(tx, actor, input.entryId, 'edit');
    if (entry.kind === 'pin' && input.text.replaceAll('\r\n', '\n').length > PIN_MAX) {
      throw invalid({ text: ['error.tooLong'] });
    }
    const now = parts.clock.now();
    // Sent twice at once, the second one is a revision after the first.
    const [row] = await tx.$queryRaw<{ revision: number }[]>`
      SELECT revision FROM entry WHERE id = ${entry.id}::uuid FOR UPDATE`;
    const standing = row?.revision ?? entry.revision;
    const current = await tx.entryBody.findMany({ where: { entryId: entry.id, revision: standing } });
    const edited = ownBody(current, actor, entry);
    const bodies = await Promise.all(
      current.map(async (body) => ({
        language: body.language,
        text: body === edited ? input.text : (input.otherText ?? (await idsToHandles(tx, body.source))),
      })),
    );
    if (input.otherText && edited && current.length === 1) {
      if (entry.kind !== 'post') throw invalid({ otherText: ['error.invalid'] });
      bodies.push({ language: edited.language === 'de' ? 'en' : 'de', text: input.otherText });
    }
    const revision = standing + 1;
    await writeBodies(tx, parts, {
      entryId: entry.id,
      revision,
      writtenById: actor.personId,
      writtenAt: now,
      bodies: bodies.filter(({ text }) => text !== ''),
    });
    await tx.entry.update({
      where: { id: entry.id },
      data: { revision, approvedRevision: revision, editedAt: now },
    });
    await parts.events.publish(tx, { type: 'entry.edited', entryId: entry.id, kind: entry.kind });
  });
}
