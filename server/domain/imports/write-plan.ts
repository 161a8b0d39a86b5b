import { createPersons, type NewPerson } from '#server/domain/identity/create-person.ts';
import type { ChangeAction, Entity, Operation, Values } from '#server/domain/imports/plan/plan.ts';
import { TABLES } from '#server/domain/imports/table/table-columns.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { type AudienceKind, Prisma } from '#server/platform/database/schema.ts';
import { insertRows, type Row, updateRows } from './write-rows.ts';

type Step = { entity: Entity; action: ChangeAction };

/** Before what depends on it; lines and seats end before new ones begin, so that no moment has two. */
const ORDER: readonly Step[] = [
  { entity: 'unit', action: 'create' },
  { entity: 'person', action: 'create' },
  { entity: 'person', action: 'change' },
  { entity: 'account', action: 'create' },
  { entity: 'project', action: 'create' },
  { entity: 'project', action: 'change' },
  { entity: 'project', action: 'end' },
  { entity: 'position', action: 'create' },
  { entity: 'position', action: 'change' },
  { entity: 'assignment', action: 'end' },
  { entity: 'assignment', action: 'change' },
  { entity: 'assignment', action: 'create' },
  { entity: 'line', action: 'end' },
  { entity: 'line', action: 'create' },
  { entity: 'responsibility', action: 'end' },
  { entity: 'responsibility', action: 'create' },
  { entity: 'position', action: 'end' },
  { entity: 'person', action: 'end' },
];

/** Writes a plan's operations in batches, in the caller's transaction. `wrote` hears how many rows were written. */
export async function writePlan(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock' | 'events'>,
  operations: readonly Operation[],
  wrote: (count: number) => Promise<void>,
): Promise<void> {
  const now = parts.clock.now();
  for (const { entity, action } of ORDER) {
    const chosen = operations.filter(
      (operation) => operation.entity === entity && operation.action === action,
    );
    if (chosen.length === 0) continue;
    if (action !== 'create') {
      await updateRows(tx, entity, chosen.map(toRow), now, wrote);
      continue;
    }
    if (entity === 'person') {
      await createPersons(tx, parts, chosen.map(toPerson), { event: null, wrote });
      await refreshStatistics(tx, entity, chosen.length);
      continue;
    }
    if (entity === 'unit' || entity === 'project') await createAudiences(tx, entity, chosen, now);
    await insertRows(tx, entity, chosen.map(toRow), now, wrote);
    await refreshStatistics(tx, entity, chosen.length);
  }
}

/**
 * What was planned while a table was small would read all of it for each foreign key: ten thousand times ten
 * thousand rows. ANALYZE, allowed within a transaction, lets PostgreSQL plan anew.
 */
async function refreshStatistics(tx: Tx, entity: Entity, written: number): Promise<void> {
  if (written < 500) return;
  await tx.$executeRaw`ANALYZE ${Prisma.raw(`"${TABLES[entity].table}"`)}`;
}

function toRow(operation: Operation): Row {
  return { id: operation.id, values: operation.after };
}

function toPerson({ id, after }: Operation): NewPerson {
  return {
    id,
    givenName: String(after.givenName ?? ''),
    familyName: String(after.familyName ?? ''),
    displayName: String(after.displayName ?? ''),
    nameWithheld: after.nameWithheld === true,
    personnelNumber: text(after.personnelNumber),
    externalSource: text(after.externalSource),
    externalId: text(after.externalId),
    siteId: text(after.siteId),
    joinedOn: day(after.joinedOn),
    endsOn: day(after.endsOn),
  };
}

function text(value: Values[string] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function day(value: Values[string] | undefined): Date | null {
  return typeof value === 'string' ? new Date(`${value}T00:00:00.000Z`) : null;
}

/** The audiences that units and projects hold, and a project's chart, under the ids the plan gave them. */
async function createAudiences(
  tx: Tx,
  entity: 'unit' | 'project',
  operations: readonly Operation[],
  now: Date,
): Promise<void> {
  const audience = (id: unknown, kind: AudienceKind, open: boolean) => ({
    id: String(id),
    kind,
    open,
    createdAt: now,
  });
  const audiences = operations.flatMap(({ after }) =>
    entity === 'unit'
      ? [audience(after.audienceId, 'unit', false), audience(after.boardAudienceId, 'board', true)]
      : [audience(after.audienceId, 'project', true)],
  );
  await tx.audience.createMany({ data: audiences });
  if (entity !== 'project') return;
  const charts = operations.map(({ after }) => ({
    id: String(after.chartId),
    kind: 'project' as const,
    name: String(after.name),
    audienceId: String(after.audienceId),
    createdAt: now,
  }));
  await tx.chart.createMany({ data: charts });
}
