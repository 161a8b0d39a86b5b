import { announceSeatGrants } from '#server/domain/identity/grants/announce-grants.ts';
import { fillHolidays } from '#server/domain/organisation/sites/fill-holidays.ts';
import { syncSiteMembership } from '#server/domain/organisation/sites/sync-site-membership.ts';
import type { Parts } from '#server/domain/parts.ts';
import { isoDay, today } from './day.ts';
import { applyPending } from './editing/apply-pending.ts';
import { forgetOldEdits } from './editing/forget-old-edits.ts';
import { tellOfEdit } from './editing/tell-of-edit.ts';
import { inForce } from './in-force.ts';
import { syncUnitMembership } from './sync-unit-membership.ts';
import { refreshVacancy } from './vacancy.ts';

/** What organisation does when somebody joins, moves or leaves, and each night. */
export function registerOrganisationListeners(parts: Parts): void {
  parts.events.listen(
    'organisation.site-membership',
    ['person.joined', 'person.changed', 'person.ended'],
    ({ personId }) => parts.events.transaction((tx) => syncSiteMembership(tx, parts, personId)),
  );
  parts.events.listen('organisation.leaver-seats', ['person.ended'], ({ personId }) =>
    endSeatsOfLeaver(parts, personId),
  );
  parts.events.listen('organisation.live-chart', ['chart.changed'], ({ chartId }) =>
    parts.live.emit(`chart:${chartId}`, { kind: 'chart.changed', chartId }),
  );
  parts.jobs.schedule('organisation.night', '5 0 * * *', () => turnTheDay(parts));
}

/** A leaver's seats end on the leaving day and stand vacant from then on. */
async function endSeatsOfLeaver(parts: Parts, personId: string): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const person = await tx.person.findUnique({ where: { id: personId }, select: { endsOn: true } });
    if (!person?.endsOn || person.endsOn > today(parts)) return;
    const seats = await tx.assignment.findMany({
      where: { personId, OR: [{ validTo: null }, { validTo: { gt: person.endsOn } }] },
      include: { position: { select: { chartId: true } } },
    });
    await tx.assignment.deleteMany({ where: { personId, validFrom: { gte: person.endsOn } } });
    await tx.assignment.updateMany({
      where: { personId, OR: [{ validTo: null }, { validTo: { gt: person.endsOn } }] },
      data: { validTo: person.endsOn },
    });
    for (const seat of seats) await refreshVacancy(tx, parts, seat.positionId);
    await syncUnitMembership(tx, parts, [personId]);
    for (const chartId of new Set(seats.map((seat) => seat.position.chartId))) {
      await parts.events.publish(tx, { type: 'chart.changed', chartId });
    }
  });
}

/** Seats that begin or end today take effect: vacancies, memberships, rights; holidays stay filled for years ahead. */
export async function turnTheDay(parts: Parts): Promise<void> {
  const day = today(parts);
  const since = new Date(day.getTime() - 3 * 86_400_000);
  const turned = await parts.db.$queryRaw<{ positionId: string; personId: string }[]>`
    SELECT a.position_id::text AS "positionId", a.person_id::text AS "personId" FROM assignment a
    WHERE (a.valid_from > ${isoDay(since)}::date AND ${inForce('a', day)})
      OR (a.valid_to > ${isoDay(since)}::date AND a.valid_to <= ${isoDay(day)}::date)`;
  await applyPending(parts);
  await forgetOldEdits(parts);
  for (const seat of turned) {
    await parts.events.transaction(async (tx) => {
      await refreshVacancy(tx, parts, seat.positionId);
      await syncUnitMembership(tx, parts, [seat.personId]);
      await announceSeatGrants(tx, parts, [seat]);
    });
  }
  await tellTurned(parts, turned);
  for (const site of await parts.db.site.findMany({ select: { calendarId: true, region: true } })) {
    const { calendarId, region } = site;
    if (!calendarId) continue;
    await parts.events.transaction((tx) => fillHolidays(tx, parts, { calendarId, region }));
  }
}

/** Projects whose chart it is, search and whoever else listens hear of seats that began or ended, as of any edit. */
async function tellTurned(
  parts: Parts,
  turned: readonly { positionId: string; personId: string }[],
): Promise<void> {
  const seats = await parts.db.position.findMany({
    where: { id: { in: turned.map((seat) => seat.positionId) } },
    select: { id: true, chartId: true },
  });
  for (const chartId of new Set(seats.map((seat) => seat.chartId))) {
    const own = new Set(seats.filter((seat) => seat.chartId === chartId).map((seat) => seat.id));
    const persons = turned.filter((seat) => own.has(seat.positionId)).map((seat) => seat.personId);
    await parts.events.transaction((tx) => tellOfEdit(tx, parts, chartId, persons));
  }
}
