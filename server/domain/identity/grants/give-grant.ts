import { writeAudit } from '#server/domain/audit/write-audit.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { type GrantInput, SCOPES_OF } from '#server/domain/identity/identity.schema.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { GrantKind, GrantScope } from '#server/platform/database/schema.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { announceGrant } from './announce-grants.ts';
import { mayGrant } from './grant.policy.ts';

export type NewGrant = {
  kind: GrantKind;
  scope?: GrantScope;
  scopeId?: string | null;
  personId?: string | null;
  positionId?: string | null;
  validFrom?: Date;
  validTo?: Date | null;
  givenById?: string | null;
};

/**
 * Writes a grant and announces it in the caller's transaction, who has authorised it: setup, imports, the sample company.
 */
export async function writeGrant(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock' | 'events'>,
  grant: NewGrant,
): Promise<{ id: string }> {
  const now = parts.clock.now();
  const id = parts.ids.next();
  await tx.grant.create({
    data: {
      id,
      kind: grant.kind,
      scope: grant.scope ?? 'company',
      scopeId: grant.scopeId ?? null,
      personId: grant.personId ?? null,
      positionId: grant.positionId ?? null,
      validFrom: grant.validFrom ?? now,
      validTo: grant.validTo ?? null,
      givenById: grant.givenById ?? null,
      createdAt: now,
    },
  });
  await writeAudit(tx, parts, {
    actorId: grant.givenById ?? null,
    action: 'grant.given',
    subjectKind: grant.positionId ? 'position' : 'person',
    subjectId: grant.positionId ?? grant.personId ?? null,
    details: {
      grantId: id,
      kind: grant.kind,
      scope: grant.scope ?? 'company',
      scopeId: grant.scopeId ?? null,
    },
  });
  await announceGrant(tx, parts, grant);
  return { id };
}

/**
 * Gives a person a right. `invalid` (scope, scopeId) for what it cannot be limited to, `forbidden` by the policy,
 * `conflict` where they hold it already.
 */
export async function giveGrant(
  needs: Pick<Parts, 'db' | 'ids' | 'clock' | 'events'>,
  actor: Actor,
  input: GrantInput,
): Promise<{ id: string }> {
  if (!SCOPES_OF[input.kind].includes(input.scope)) {
    throw invalid({ scope: ['admin.scopeDoesNotFit'] });
  }
  if (input.scope !== 'company' && !input.scopeId) throw invalid({ scopeId: ['error.choose'] });
  const scopeId = input.scope === 'company' ? null : (input.scopeId ?? null);
  if (input.kind === 'speak_for' && scopeId === input.personId)
    throw invalid({ scopeId: ['admin.whomSelf'] });
  const heldOffice = await independentOffice(needs, input.kind, input.scope, scopeId);
  if (!mayGrant(actor, { kind: input.kind, personId: input.personId, heldOffice })) {
    throw new AppError('forbidden', heldOffice ? { message: 'admin.officeDecides' } : {});
  }
  return needs.events.transaction(async (tx) => {
    const now = needs.clock.now();
    const held = await tx.grant.findFirst({
      where: {
        kind: input.kind,
        scope: input.scope,
        scopeId,
        personId: input.personId,
        OR: [{ validTo: null }, { validTo: { gt: now } }],
      },
    });
    if (held) throw new AppError('conflict', { message: 'admin.grantHeld' });
    return writeGrant(tx, needs, {
      ...input,
      scopeId,
      validTo: input.until ?? null,
      givenById: actor.personId,
    });
  });
}

/**
 * The independent office that a right touches and that somebody speaks for already. A company-wide right to speak
 * would cover it as well, so that counts too; one to speak for a person does not.
 */
export async function independentOffice(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  kind: GrantKind,
  scope: GrantScope,
  scopeId: string | null,
): Promise<{ officeId: string } | null> {
  if (kind !== 'speak_for' || scope === 'person') return null;
  const offices = await db.office.findMany({
    where: { independent: true, ...(scope === 'office' && scopeId ? { id: scopeId } : {}) },
    select: { id: true },
  });
  const now = clock.now();
  for (const { id } of offices) {
    const holder = await db.grant.findFirst({
      where: { kind, scope: 'office', scopeId: id, OR: [{ validTo: null }, { validTo: { gt: now } }] },
    });
    if (holder) return { officeId: id };
  }
  return null;
}
