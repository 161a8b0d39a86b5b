import type { Database, Tx } from '#server/platform/database/client.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';

/** A person with account, as the account services need it; `not_found` for unknown and erased people. */
export async function loadAccountOf(db: Database | Tx, personId: string) {
  if (!isUuid(personId)) throw new AppError('not_found');
  const person = await db.person.findUnique({
    where: { id: personId, erasedAt: null },
    include: { accountAsPerson: true },
  });
  if (!person) throw new AppError('not_found');
  const { accountAsPerson: account, ...rest } = person;
  return {
    person: rest,
    account,
    subject: {
      personId,
      siteId: person.siteId,
      external: person.kind === 'external',
      role: account?.role ?? (person.kind === 'external' ? ('external' as const) : ('employee' as const)),
    },
  };
}
