import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { mayEditProfile } from '#server/domain/people/people.policy.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { prepareFace } from '#server/platform/images/prepare-face.ts';
import { dropFile } from './drop-file.ts';
import { keepPicture } from './keep-picture.ts';
import type { PhotoInput } from './photo.schema.ts';
import { screenUpload, type Upload } from './screen-upload.ts';

/**
 * Gives somebody a photo, by themselves alone and by their consent, which whoever calls has asked for: it is noted with the file.
 * The one before it is gone from then on, from the store, too. The address changes with the photo.
 * @throws AppError forbidden for somebody else's; invalid (file) for what is no picture, and as screenUpload.
 */
export async function setPhoto(
  parts: Pick<Parts, 'db' | 'events' | 'ids' | 'clock' | 'files' | 'scan' | 'log'>,
  actor: Actor,
  personId: string,
  upload: Upload,
  { square }: PhotoInput,
): Promise<void> {
  if (!mayEditProfile(actor, personId)) throw new AppError('forbidden', { message: 'people.notYourProfile' });
  const { name, kind } = await screenUpload(parts, upload);
  if (!kind) throw invalid({ file: ['people.photoKinds'] });
  const face = await prepareFace(upload.bytes, square);
  if (!face) throw invalid({ file: ['files.brokenPicture'] });
  const kept = await keepPicture(parts, face);
  const before = await parts.events.transaction(async (tx) => {
    // Two at once: the second finds the first, and drops it.
    await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
    const { photoFileId } = await tx.person.findUniqueOrThrow({ where: { id: personId } });
    await tx.file.create({ data: { ...kept, ownerId: personId, name, consent: true } });
    await tx.person.update({ where: { id: personId }, data: { photoFileId: kept.id } });
    await parts.events.publish(tx, { type: 'person.changed', personId });
    return photoFileId;
  });
  if (before) await dropFile(parts, before);
}
