import type { readCardPhoto } from '#server/domain/files/read-card-photo.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { readProfile } from './profile.queries.ts';
import { toVcard } from './vcard.ts';

/** A vCard, and what its file is called. */
export type ContactCard = { fileName: string; text: string };

/**
 * The contact card of a colleague, with what this reader may see of them; with their photo where that is read, which a QR
 * code has no room for.
 * @throws AppError not_found for former colleagues and withheld names too; gone
 */
export async function contactCard(
  parts: Pick<Parts, 'db' | 'clock' | 'files'>,
  actor: Actor,
  { handle, company }: { handle: string; company: string },
  readPhoto: typeof readCardPhoto | null,
): Promise<ContactCard> {
  const { db, clock } = parts;
  const profile = await readProfile(db, actor, handle, clock.now());
  if (profile.former || profile.withheld) throw new AppError('not_found');
  const person = await db.person.findUniqueOrThrow({ where: { id: profile.person.id } });
  const names = { given: person.givenName, family: person.familyName || person.displayName };
  const { photoFileId } = person;
  const photo = photoFileId && readPhoto ? await readPhoto(parts, actor, photoFileId) : null;
  return { fileName: `${person.handle}.vcf`, text: toVcard(profile, names, company, photo) };
}
