import { type PersonRef, personRefs } from '#server/domain/identity/person-ref.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { isoDay } from '../day.ts';
import { labelsOf } from '../table.queries.ts';
import type { Edit } from './edit.schema.ts';
import type { Ran } from './run-edit.ts';
import {
  chartReadersOn,
  holdersOf,
  type Reading,
  type SeatStanding,
  seatsOn,
  unitReadersOn,
} from './standing-on.queries.ts';

/** One thing that an edit brings about, as a message with its values. Names are empty where they are withheld. */
export type Consequence = { key: string; values: Record<string, string | number> };

type Chart = { id: string; kind: 'company' | 'project'; name: string; audienceId: string };
export type Situation = { seats: Map<string, SeatStanding>; holders: string[]; readers: Reading[] };

/** How things stand for these seats, and for whoever sits there, on the day an edit takes effect. */
export async function situationOn(
  tx: Tx,
  chart: Chart,
  seatIds: readonly string[],
  personIds: readonly string[],
  day: Date,
): Promise<Situation> {
  const seats = await seatsOn(tx, seatIds, day);
  const holders = await holdersOf(tx, seatIds.slice(0, 1), day);
  const everybody = [...new Set([...holders, ...personIds])];
  const readers =
    chart.kind === 'company'
      ? await unitReadersOn(tx, everybody, day)
      : await chartReadersOn(tx, chart, everybody, day);
  return { seats, holders, readers };
}

/** What is different afterwards, in the order in which one would ask. */
export async function consequencesOf(
  tx: Tx,
  chart: Chart,
  edit: Edit,
  ran: Ran,
  before: Situation,
  after: Situation,
): Promise<Consequence[]> {
  const day = ran.from;
  const managers = [...after.seats.values()].flatMap((seat) => seat.managerId ?? []);
  const named = 'deputyId' in edit ? [edit.deputyId] : [];
  const labels = await labelsOf({ db: tx }, [...managers, ...named, ...after.seats.keys()], day);
  const label = (id: string) => labels.get(id) ?? '';
  const persons = [...new Set([...before.holders, ...after.holders])];
  const people = await personRefs(tx, persons, day);
  return [
    ...ofSeat(ran, before, after, label),
    ...ofReports(ran, before, after, label),
    ...ofDotted(edit, label),
    ...ofDeputy(edit, label),
    ...ofHolders(before, after, people),
    ...(await ofReaders(tx, chart, before, after)),
    ...(await ofRights(tx, ran, before, after)),
    ...ofPlans(ran),
    { key: 'orgEdit.takesEffect', values: { date: isoDay(day) } },
  ];
}

type Label = (id: string) => string;

function ofSeat(
  { positionId, pending }: Ran,
  before: Situation,
  after: Situation,
  label: Label,
): Consequence[] {
  const [was, is] = [before.seats.get(positionId), after.seats.get(positionId)];
  if (!is) return [];
  const found: Consequence[] = [];
  const name = label(positionId);
  if (!was) {
    const values = { title: is.title, manager: is.managerId ? label(is.managerId) : '' };
    return [{ key: is.managerId ? 'orgEdit.willBeAdded' : 'orgEdit.willBeAddedOnTop', values }];
  }
  if (was.there && !is.there) return [{ key: 'orgEdit.willEnd', values: { title: is.title } }];
  if (was.managerId !== is.managerId) {
    const values = { name, manager: is.managerId ? label(is.managerId) : '', below: is.below };
    found.push({ key: is.managerId ? 'orgEdit.willReport' : 'orgEdit.willStandOnTop', values });
  }
  const title = pending?.title ?? is.title;
  if (title !== was.title)
    found.push({ key: 'orgEdit.willBeCalled', values: { from: was.title, to: title } });
  if (was.unit !== is.unit)
    found.push({ key: 'orgEdit.willBelongTo', values: { from: was.unit ?? '', to: is.unit ?? '' } });
  return found;
}

function ofReports({ positionId }: Ran, before: Situation, after: Situation, label: Label): Consequence[] {
  const counts = new Map<string | null, number>();
  for (const [id, seat] of after.seats) {
    if (id === positionId || before.seats.get(id)?.managerId === seat.managerId) continue;
    counts.set(seat.managerId, (counts.get(seat.managerId) ?? 0) + 1);
  }
  return [...counts].map(([managerId, count]) => ({
    key: managerId ? 'orgEdit.othersWillReport' : 'orgEdit.othersOnTop',
    values: { count, manager: managerId ? label(managerId) : '' },
  }));
}

function ofDotted(edit: Edit, label: Label): Consequence[] {
  if (edit.kind !== 'dotted' && edit.kind !== 'undotted') return [];
  const key = edit.kind === 'dotted' ? 'orgEdit.willWorkFor' : 'orgEdit.willNotWorkFor';
  return [{ key, values: { name: label(edit.positionId), manager: label(edit.managerId) } }];
}

function ofDeputy(edit: Edit, label: Label): Consequence[] {
  if (edit.kind === 'undeputy')
    return [{ key: 'orgEdit.nobodyWillStandIn', values: { name: label(edit.positionId) } }];
  if (edit.kind !== 'deputy') return [];
  const values = { name: label(edit.positionId), deputy: label(edit.deputyId) };
  return [{ key: 'orgEdit.willStandIn', values }];
}

function ofHolders(before: Situation, after: Situation, people: Map<string, PersonRef>): Consequence[] {
  const name = (id: string) => people.get(id)?.name ?? '';
  const come = after.holders.filter((id) => !before.holders.includes(id));
  const go = before.holders.filter((id) => !after.holders.includes(id));
  return [
    ...come.map((id) => ({ key: 'orgEdit.willSitHere', values: { name: name(id) } })),
    ...go.map((id) => ({ key: 'orgEdit.willLeave', values: { name: name(id) } })),
    ...(go.length > 0 && after.holders.length === 0 ? [{ key: 'orgEdit.willBeVacant', values: {} }] : []),
  ];
}

/** By audience: who will read it, and who no longer. */
async function ofReaders(tx: Tx, chart: Chart, before: Situation, after: Situation): Promise<Consequence[]> {
  const key = (reading: Reading) => `${reading.audienceId} ${reading.personId}`;
  const [was, is] = [new Set(before.readers.map(key)), new Set(after.readers.map(key))];
  const counts = new Map<string, { more: number; fewer: number }>();
  const count = (audienceId: string, by: 'more' | 'fewer') => {
    const known = counts.get(audienceId) ?? { more: 0, fewer: 0 };
    counts.set(audienceId, { ...known, [by]: known[by] + 1 });
  };
  for (const reading of after.readers) if (!was.has(key(reading))) count(reading.audienceId, 'more');
  for (const reading of before.readers) if (!is.has(key(reading))) count(reading.audienceId, 'fewer');
  const units = await tx.orgUnit.findMany({
    where: { audienceId: { in: [...counts.keys()] } },
    select: { audienceId: true, name: true },
  });
  const names = new Map(units.map((unit) => [unit.audienceId, unit.name]));
  return [...counts].flatMap(([audienceId, { more, fewer }]) => {
    const audience = names.get(audienceId) ?? chart.name;
    return [
      ...(more > 0 ? [{ key: 'orgEdit.moreReaders', values: { audience, count: more } }] : []),
      ...(fewer > 0 ? [{ key: 'orgEdit.fewerReaders', values: { audience, count: fewer } }] : []),
    ];
  });
}

/** Rights that are bound to the seat come and go with whoever sits there. */
async function ofRights(
  tx: Tx,
  { positionId, from }: Ran,
  before: Situation,
  after: Situation,
): Promise<Consequence[]> {
  if (before.holders.join() === after.holders.join()) return [];
  const count = await tx.grant.count({
    where: { positionId, OR: [{ validTo: null }, { validTo: { gt: from } }] },
  });
  return count > 0 ? [{ key: 'orgEdit.rightsGoAlong', values: { count } }] : [];
}

/** What was planned for later and falls away. */
function ofPlans({ rows, from }: Ran): Consequence[] {
  const later = isoDay(from);
  const dropped = rows.filter(
    ({ table, before, after }) => table !== 'position_past' && !after && String(before?.valid_from) > later,
  );
  return dropped.length > 0 ? [{ key: 'orgEdit.planFallsAway', values: { count: dropped.length } }] : [];
}
