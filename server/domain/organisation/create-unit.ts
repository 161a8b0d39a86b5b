import { createAudience } from '#server/domain/audience/create-audience.ts';
import type { Doer } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { invalid } from '#server/platform/errors.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { dayOrToday } from './day.ts';
import { assertMayEditOrganisation } from './organisation.policy.ts';
import { type CreateUnit, createUnitSchema } from './organisation.schema.ts';

/**
 * Adds an org unit with its two audiences: its members', and its board's, which everyone in the
 * company may read and which is delivered to the members.
 */
export async function createUnit(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock'>,
  doer: Doer,
  input: CreateUnit,
): Promise<{ id: string; audienceId: string; boardAudienceId: string }> {
  assertMayEditOrganisation(doer);
  const unit = parseInput(createUnitSchema, input);
  if (
    unit.parentId &&
    !(await tx.orgUnit.findUnique({ where: { id: unit.parentId }, select: { id: true } }))
  ) {
    throw invalid({ parentId: ['error.choose'] });
  }
  const audienceId = await createAudience(tx, parts, { kind: 'unit', open: false });
  const boardAudienceId = await createAudience(tx, parts, { kind: 'board', open: true });
  const id = parts.ids.next();
  await tx.orgUnit.create({
    data: {
      id,
      name: unit.name,
      parentId: unit.parentId ?? null,
      siteId: unit.siteId ?? null,
      audienceId,
      boardAudienceId,
      externalSource: unit.externalSource ?? null,
      externalId: unit.externalId ?? null,
      validFrom: dayOrToday(parts, unit.from),
    },
  });
  return { id, audienceId, boardAudienceId };
}
