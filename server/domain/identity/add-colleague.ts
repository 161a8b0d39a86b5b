import { writeAudit } from '#server/domain/audit/write-audit.ts';
import { invitePerson } from '#server/domain/identity/codes/invite-person.ts';
import type { IssuedCode } from '#server/domain/identity/codes/issue-code.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import type { AccountMails } from './account-mails.ts';
import { type Actor, isPeopleOperations } from './actor.ts';
import { createPerson } from './create-person.ts';
import type { NewPersonInput } from './identity.schema.ts';

type Needs = Pick<Parts, 'db' | 'ids' | 'clock' | 'events'> & { mails: AccountMails };

/**
 * Adds one person by hand and invites them. Externals need an end date, so that nobody forgets them.
 * @throws `forbidden`; `invalid` for a personnel number or an address that somebody else has.
 */
export async function addColleague(
  needs: Needs,
  actor: Actor,
  input: NewPersonInput,
): Promise<{ handle: string; issued: IssuedCode & { mailed: boolean } }> {
  if (!isPeopleOperations(actor)) throw new AppError('forbidden');
  if (input.kind === 'external' && !input.endsOn) throw invalid({ endsOn: ['admin.externalNeedsEnd'] });
  if (!input.email && !input.personnelNumber) throw invalid({ email: ['admin.needsSignInName'] });
  if (!input.email && input.by === 'mail') throw invalid({ email: ['error.required'] });
  const { personnelNumber } = input;
  if (input.email && (await needs.db.account.findUnique({ where: { email: input.email.toLowerCase() } }))) {
    throw invalid({ email: ['admin.emailTaken'] });
  }
  const person = await needs.events.transaction(async (tx) => {
    const taken = personnelNumber
      ? await tx.person.findUnique({ where: { personnelNumber }, select: { id: true } })
      : null;
    if (taken) throw invalid({ personnelNumber: ['admin.numberTaken'] });
    const created = await createPerson(tx, needs, {
      givenName: input.givenName,
      familyName: input.familyName,
      kind: input.kind,
      personnelNumber,
      siteId: input.siteId,
      joinedOn: null,
      endsOn: input.endsOn,
    });
    await writeAudit(tx, needs, {
      actorId: actor.personId,
      action: 'person.added',
      subjectKind: 'person',
      subjectId: created.id,
    });
    return created;
  });
  const issued = await invitePerson(needs, actor, { personId: person.id, email: input.email, by: input.by });
  return { handle: person.handle, issued };
}
