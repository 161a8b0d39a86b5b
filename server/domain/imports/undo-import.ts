import { findCycles } from '#server/domain/imports/plan/find-cycles.ts';
import type { ChangeAction, Entity, Values } from '#server/domain/imports/plan/plan.ts';
import { ENTITIES } from '#server/domain/imports/plan/plan.ts';
import { TABLES } from '#server/domain/imports/table/table-columns.ts';
import { forgetSamePast } from '#server/domain/organisation/keep-position-past.ts';
import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { takeImportLock } from './apply-plan.ts';
import { syncAfterWrite } from './sync-after-write.ts';
import { touchedSeats } from './touched-seats.ts';
import { deleteRows, type Row, readRowsById, updateRows } from './write-rows.ts';

export type Left = {
  entity: Entity;
  id: string;
  line: number;
  label: string;
  /** edited: somebody changed it since. in_use: something that came later stands on it. */
  reason: 'edited' | 'in_use';
};
export type Undone = { undone: number; left: Left[] };

type Change = {
  entity: Entity;
  action: ChangeAction;
  id: string;
  line: number;
  label: string;
  before: Values | null;
  after: Values;
};

/** What stands below goes first. */
const DELETE_ORDER: readonly Entity[] = [
  'responsibility',
  'line',
  'assignment',
  'position',
  'account',
  'project',
  'person',
  'unit',
];

/**
 * Takes back what a run did, in the caller's transaction. Rows that somebody has edited since, or on which
 * something new stands, are left as they are and listed.
 */
export async function undoImport(
  tx: Tx,
  parts: Pick<Parts, 'clock' | 'events'>,
  runId: string,
): Promise<Undone> {
  await takeImportLock(tx);
  const changes = await readChanges(tx, runId);
  await tx.$queryRaw`SELECT id FROM chart WHERE kind = 'company' FOR NO KEY UPDATE`;
  const left = new Map<string, Left>();
  const leave = (change: Change, reason: Left['reason']) => {
    if (!left.has(change.id))
      left.set(change.id, {
        entity: change.entity,
        id: change.id,
        line: change.line,
        label: change.label,
        reason,
      });
  };
  const gone = await findEdited(tx, changes, leave);
  const created = changes.filter((change) => change.action === 'create' && !gone.has(change.id));
  await findInUse(tx, created, left, leave);
  await keepTogether(tx, created, left, leave);
  await keepTreesWhole(tx, changes, left, leave);
  const persons = await personsOf(tx, changes, left);
  const seats = await touchedSeats(tx, changes);
  const taken = created.filter((change) => !left.has(change.id));
  await removeCreated(tx, taken);
  const restored = changes.filter(
    (change) => change.action !== 'create' && !left.has(change.id) && !gone.has(change.id),
  );
  await restore(tx, restored, parts.clock.now());
  await refreshVacancies(tx, changes, parts.clock.now());
  const present = await existing(tx, persons);
  const charts = [
    ...new Set(changes.flatMap(({ after }) => (typeof after.chartId === 'string' ? [after.chartId] : []))),
  ];
  const removed = taken.filter((change) => change.entity === 'project').map((change) => change.after.chartId);
  await syncAfterWrite(
    tx,
    parts,
    {
      newPersons: [],
      persons: present,
      projects: [],
      charts: charts.filter((id) => !removed.includes(id)),
      seats,
    },
    { joiners: false },
  );
  await tellRemoved(tx, parts, taken);
  return { undone: taken.length + restored.length, left: [...left.values()].sort((a, b) => a.line - b.line) };
}

async function readChanges(tx: Tx, runId: string): Promise<Change[]> {
  const rows = await tx.$queryRaw<(Omit<Change, 'label' | 'entity'> & { entity: string })[]>`
    SELECT subject_kind AS entity, action, subject_id::text AS id, line, before, after FROM import_change
    WHERE run_id = ${runId}::uuid ORDER BY seq DESC`;
  return rows.flatMap(({ entity, after, ...rest }) => {
    const { label, ...values } = after;
    const known = ENTITIES.find((name) => name === entity);
    return known ? [{ ...rest, entity: known, after: values, label: String(label ?? '') }] : [];
  });
}

/** Leaves rows that no longer hold what the import wrote; returns those that are gone altogether. */
async function findEdited(
  tx: Tx,
  changes: readonly Change[],
  leave: (change: Change, reason: Left['reason']) => void,
): Promise<Set<string>> {
  const gone = new Set<string>();
  for (const entity of ENTITIES) {
    const own = changes.filter((change) => change.entity === entity);
    const current = await readRowsById(
      tx,
      entity,
      own.map((change) => change.id),
    );
    // A row that the run made and then changed is compared with what it was left as.
    const seen = new Map<string, Set<string>>();
    for (const change of own) {
      const row = current.get(change.id);
      const fields = seen.get(change.id) ?? new Set();
      seen.set(change.id, fields);
      if (!row) gone.add(change.id);
      else if (isEdited(change, row, fields)) leave(change, 'edited');
      for (const field of Object.keys(change.after)) fields.add(field);
    }
  }
  return gone;
}

function isEdited(change: Change, row: Values, overwritten: ReadonlySet<string>): boolean {
  const { columns } = TABLES[change.entity];
  const fields = Object.keys(change.after).filter((field) => columns[field] && !overwritten.has(field));
  if (fields.some((field) => (row[field] ?? null) !== (change.after[field] ?? null))) return true;
  // Made without an end, and ended since: that is an edit too.
  return (
    change.action === 'create' &&
    'validTo' in columns &&
    !overwritten.has('validTo') &&
    (row.validTo ?? null) !== (change.after.validTo ?? null)
  );
}

const HANDLED_WITH: Partial<Record<Entity, readonly string[]>> = {
  // Memberships follow seats and go with the person; what we made ourselves is looked at below.
  person: ['audience_membership', 'subscription', 'assignment', 'account', 'responsibility'],
  position: ['assignment', 'reporting_line'],
  unit: ['org_unit', 'position'],
  project: ['project'],
  account: [],
};

/** Leaves rows to which something else refers: asked of PostgreSQL's own list of foreign keys, so that none is forgotten. */
async function findInUse(
  tx: Tx,
  created: readonly Change[],
  left: ReadonlyMap<string, Left>,
  leave: (change: Change, reason: Left['reason']) => void,
): Promise<void> {
  for (const entity of ['person', 'position', 'account', 'unit', 'project'] as const) {
    const own = new Map(
      created
        .filter((change) => change.entity === entity && !left.has(change.id))
        .map((change) => [change.id, change]),
    );
    if (own.size === 0) continue;
    if (entity === 'person') await forgetJoiners(tx, [...own.keys()]);
    for (const id of await referenced(
      tx,
      TABLES[entity].table,
      [...own.keys()],
      HANDLED_WITH[entity] ?? [],
    )) {
      const change = own.get(id);
      if (change) leave(change, 'in_use');
    }
  }
  const owners = created.filter((change) => change.entity === 'unit' || change.entity === 'project');
  const audiences = new Map(
    owners.flatMap((change) =>
      [change.after.audienceId, change.after.boardAudienceId].flatMap((id) =>
        typeof id === 'string' ? [[id, change] as const] : [],
      ),
    ),
  );
  const own = ['audience_membership', 'subscription', 'org_unit', 'project', 'chart'];
  for (const id of await referenced(tx, 'audience', [...audiences.keys()], own)) {
    const change = audiences.get(id);
    if (change) leave(change, 'in_use');
  }
}

/** "X is new here" in the feed stands for the import alone: it goes with the person. */
async function forgetJoiners(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM feed_item WHERE kind = 'joiner' AND subject_id = ANY(${ids}::uuid[])`;
}

async function referenced(
  tx: Tx,
  table: string,
  ids: readonly string[],
  except: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const keys = await tx.$queryRaw<{ table: string; column: string }[]>`
    SELECT c.relname AS "table", a.attname AS "column" FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'f' AND k.confrelid = ${`"${table}"`}::regclass`;
  const found = new Set<string>();
  for (const key of keys.filter((item) => !except.includes(item.table))) {
    const column = Prisma.raw(`"${key.column}"`);
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT ${column}::text AS id FROM ${Prisma.raw(`"${key.table}"`)} WHERE ${column} = ANY(${ids}::uuid[])`;
    for (const { id } of rows) found.add(id);
  }
  return found;
}

/** What stands on something that is left is left with it, and the other way round; until nothing more follows. */
async function keepTogether(
  tx: Tx,
  created: readonly Change[],
  left: ReadonlyMap<string, Left>,
  leave: (change: Change, reason: Left['reason']) => void,
): Promise<void> {
  const own = new Map(created.map((change) => [change.id, change]));
  const links = await readLinks(tx, created);
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const { on, by, both } of links) {
      const base = own.get(on);
      // "by" stays: because it is not ours, or because it is left.
      if (base && !left.has(on) && (!own.has(by) || left.has(by))) leave(base, 'in_use');
      const upper = own.get(by);
      if (both && upper && left.has(on) && !left.has(by)) leave(upper, 'in_use');
    }
  }
}

type Link = {
  on: string;
  by: string /** A seat that stays keeps its holder and its lines. */;
  both: boolean;
};

async function readLinks(tx: Tx, created: readonly Change[]): Promise<Link[]> {
  const ids = (entity: Entity) =>
    created.filter((change) => change.entity === entity).map((change) => change.id);
  const [persons, positions, units, projects] = [ids('person'), ids('position'), ids('unit'), ids('project')];
  const charts = created.flatMap((change) =>
    change.entity === 'project' ? [String(change.after.chartId)] : [],
  );
  return tx.$queryRaw<Link[]>`
    SELECT position_id::text AS on, id::text AS by, true AS both FROM assignment WHERE position_id = ANY(${positions}::uuid[])
    UNION ALL SELECT person_id::text, id::text, false FROM assignment WHERE person_id = ANY(${persons}::uuid[])
    UNION ALL SELECT person_id::text, id::text, true FROM account WHERE person_id = ANY(${persons}::uuid[])
    UNION ALL SELECT person_id::text, id::text, false FROM responsibility WHERE person_id = ANY(${persons}::uuid[])
    UNION ALL SELECT scope_id::text, id::text, true FROM responsibility WHERE scope_id = ANY(${projects}::uuid[])
    UNION ALL SELECT position_id::text, id::text, true FROM reporting_line WHERE position_id = ANY(${positions}::uuid[])
    UNION ALL SELECT manager_id::text, id::text, false FROM reporting_line WHERE manager_id = ANY(${positions}::uuid[])
    UNION ALL SELECT unit_id::text, id::text, false FROM position WHERE unit_id = ANY(${units}::uuid[])
    UNION ALL SELECT parent_id::text, id::text, false FROM org_unit WHERE parent_id = ANY(${units}::uuid[])
    UNION ALL SELECT parent_id::text, id::text, false FROM project WHERE parent_id = ANY(${projects}::uuid[])
    UNION ALL SELECT p.id::text, s.id::text, true FROM project p JOIN position s ON s.chart_id = p.chart_id WHERE p.chart_id = ANY(${charts}::uuid[])`;
}

/** A line that would be drawn again is left out where it would close a circle or be the second one. */
async function keepTreesWhole(
  tx: Tx,
  changes: readonly Change[],
  left: ReadonlyMap<string, Left>,
  leave: (change: Change, reason: Left['reason']) => void,
): Promise<void> {
  const reopened = changes.filter(
    (change) => change.entity === 'line' && change.action === 'end' && !left.has(change.id),
  );
  if (reopened.length === 0) return;
  const removed = new Set(
    changes.filter((change) => change.action === 'create' && !left.has(change.id)).map((change) => change.id),
  );
  const ids = reopened.map((change) => change.id);
  const lines = await tx.$queryRaw<{ id: string; positionId: string; managerId: string }[]>`
    SELECT id::text, position_id::text AS "positionId", manager_id::text AS "managerId" FROM reporting_line
    WHERE kind = 'primary' AND (valid_to IS NULL OR id = ANY(${ids}::uuid[]))`;
  const byId = new Map(reopened.map((change) => [change.id, change]));
  const parents = new Map<string, string>();
  const opener = new Map<string, Change>();
  for (const line of lines)
    if (!byId.has(line.id) && !removed.has(line.id) && !removed.has(line.positionId))
      parents.set(line.positionId, line.managerId);
  for (const line of lines) {
    const change = byId.get(line.id);
    if (!change) continue;
    if (parents.has(line.positionId)) leave(change, 'edited');
    else {
      parents.set(line.positionId, line.managerId);
      opener.set(line.positionId, change);
    }
  }
  for (const cycle of findCycles(parents)) {
    const change = cycle.map((position) => opener.get(position)).find((item) => item !== undefined);
    if (change) leave(change, 'edited');
  }
}

async function personsOf(
  tx: Tx,
  changes: readonly Change[],
  left: ReadonlyMap<string, Left>,
): Promise<string[]> {
  const ids = (entity: Entity) =>
    changes.filter((change) => change.entity === entity && !left.has(change.id)).map((change) => change.id);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT person_id::text AS id FROM assignment
    WHERE id = ANY(${ids('assignment')}::uuid[]) OR position_id = ANY(${ids('position')}::uuid[])`;
  return [...new Set([...rows.map((row) => row.id), ...ids('person')])];
}

async function removeCreated(tx: Tx, taken: readonly Change[]): Promise<void> {
  for (const entity of DELETE_ORDER) {
    const own = taken.filter((change) => change.entity === entity);
    if (own.length === 0) continue;
    const ids = own.map((change) => change.id);
    // What is part of something goes before it: children were made after their parents.
    if (entity === 'unit')
      await tx.$executeRaw`UPDATE org_unit SET parent_id = NULL WHERE id = ANY(${ids}::uuid[])`;
    if (entity === 'project')
      await tx.$executeRaw`UPDATE project SET parent_id = NULL WHERE id = ANY(${ids}::uuid[])`;
    await deleteRows(tx, TABLES[entity].table, ids);
    const values = (field: string) =>
      own.flatMap(({ after }) => (typeof after[field] === 'string' ? [String(after[field])] : []));
    if (entity === 'project') await deleteRows(tx, 'chart', values('chartId'));
    if (entity === 'project' || entity === 'unit')
      await deleteRows(tx, 'audience', [...values('audienceId'), ...values('boardAudienceId')]);
  }
}

async function restore(tx: Tx, changes: readonly Change[], now: Date): Promise<void> {
  for (const entity of ENTITIES) {
    const rows: Row[] = changes
      .filter((change) => change.entity === entity && change.before)
      .map((change) => ({ id: change.id, values: change.before as Values }));
    await updateRows(tx, entity, rows, now, async () => {});
    if (entity === 'position')
      await forgetSamePast(
        tx,
        rows.map((row) => row.id),
        dayIn('UTC', now),
      );
  }
}

/** Seats that lost or regained their holder: vacant since today, or not at all. */
async function refreshVacancies(tx: Tx, changes: readonly Change[], now: Date): Promise<void> {
  const assignments = changes
    .filter((change) => change.entity === 'assignment')
    .map((change) => change.after.positionId);
  const ids = [...new Set(assignments.flatMap((id) => (typeof id === 'string' ? [id] : [])))];
  await tx.$executeRaw`
    UPDATE position p SET vacant_since = CASE WHEN EXISTS (
        SELECT 1 FROM assignment a WHERE a.position_id = p.id AND a.valid_to IS NULL) THEN NULL
      ELSE COALESCE(p.vacant_since, ${now.toISOString().slice(0, 10)}::date) END
    WHERE p.id = ANY(${ids}::uuid[])`;
}

async function existing(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id::text FROM person WHERE id = ANY(${ids}::uuid[])`;
  return rows.map((row) => row.id);
}

/** The search index and the screens forget what is gone. */
async function tellRemoved(tx: Tx, parts: Pick<Parts, 'events'>, taken: readonly Change[]): Promise<void> {
  const persons = taken.filter((change) => change.entity === 'person');
  const projects = taken.filter((change) => change.entity === 'project');
  await parts.events.publishAll(tx, [
    ...persons.map(({ id }) => ({ type: 'person.changed' as const, personId: id })),
    ...projects.map(({ id }) => ({ type: 'project.changed' as const, projectId: id })),
  ]);
}
