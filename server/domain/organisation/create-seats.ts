import type { Doer } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { fold } from '#server/platform/text/fold.ts';
import { dayOrToday } from './day.ts';
import { assertMayEditChart } from './organisation.policy.ts';
import { syncUnitMembership } from './sync-unit-membership.ts';

/** A seat with whoever sits on it. Days are `YYYY-MM-DD`. */
export type NewSeat = {
  title: string;
  unitId?: string | null;
  siteId?: string | null;
  rank: number;
  /** Places in the list: the seats it reports to and, dotted, also works for. */
  manager: number | null;
  dotted?: { manager: number; from: string };
  from: string;
  vacantSince?: string;
  holders: { personId: string; from: string; to?: string | null; share: number }[];
};

/**
 * Adds many seats with their lines and holders to a chart in a handful of statements, in the caller's
 * transaction. A manager stands before whoever reports to them, so that no cycle is possible. Returns the
 * positions' ids in the order of the list.
 */
export async function createSeats(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock' | 'events'>,
  doer: Doer,
  input: { chartId: string; seats: readonly NewSeat[] },
): Promise<string[]> {
  const { chartId, seats } = input;
  assertMayEditChart(doer, chartId);
  const { kind } = await tx.chart.findUniqueOrThrow({ where: { id: chartId }, select: { kind: true } });
  const now = parts.clock.now();
  const day = (text: string | null | undefined) => dayOrToday(parts, text);
  const ids = seats.map(() => parts.ids.next());
  const idAt = (place: number, below: number): string => {
    const id = ids[place];
    if (!id || place >= below) throw new Error('a seat reports to one that stands before it');
    return id;
  };
  const positions = seats.map((seat, place) => ({
    id: ids[place] as string,
    chartId,
    title: seat.title,
    searchTitle: fold(seat.title),
    unitId: seat.unitId ?? null,
    siteId: seat.siteId ?? null,
    rank: seat.rank,
    validFrom: day(seat.from),
    vacantSince: vacancyOf(seat, day, day(null)),
    createdAt: now,
  }));
  const lines = seats.flatMap((seat, place) => {
    const line = { chartId, positionId: ids[place] as string };
    return [
      ...(seat.manager === null
        ? []
        : [
            {
              ...line,
              managerId: idAt(seat.manager, place),
              kind: 'primary' as const,
              validFrom: day(seat.from),
            },
          ]),
      ...(seat.dotted
        ? [
            {
              ...line,
              managerId: ids[seat.dotted.manager] as string,
              kind: 'dotted' as const,
              validFrom: day(seat.dotted.from),
            },
          ]
        : []),
    ];
  });
  const assignments = seats.flatMap((seat, place) =>
    seat.holders.map((holder) => ({
      id: parts.ids.next(),
      positionId: ids[place] as string,
      personId: holder.personId,
      share: holder.share,
      main: kind === 'company',
      validFrom: day(holder.from),
      validTo: holder.to ? day(holder.to) : null,
      createdAt: now,
    })),
  );
  await tx.position.createMany({ data: positions });
  await tx.reportingLine.createMany({ data: lines.map((line) => ({ id: parts.ids.next(), ...line })) });
  await tx.assignment.createMany({ data: assignments });
  if (kind === 'company') {
    await syncUnitMembership(
      tx,
      parts,
      assignments.map((assignment) => assignment.personId),
    );
  }
  await parts.events.publish(tx, { type: 'chart.changed', chartId });
  return ids;
}

/** Since when nobody sits there: told, the day the last one left, or never filled. */
function vacancyOf(seat: NewSeat, day: (text: string) => Date, today: Date): Date | null {
  const held = seat.holders.some(
    (holder) => day(holder.from) <= today && (!holder.to || day(holder.to) > today),
  );
  if (held) return null;
  const left = seat.holders.flatMap((holder) => (holder.to ? [holder.to] : [])).sort();
  return day(seat.vacantSince ?? left.at(-1) ?? seat.from);
}
