import { joinMany } from '#server/domain/audience/join-many.ts';
import { systemActor } from '#server/domain/identity/actor.ts';
import { createPersons, type NewPerson } from '#server/domain/identity/create-person.ts';
import { createSeats, type NewSeat } from '#server/domain/organisation/create-seats.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { SITES, UNITS } from './company/company.ts';
import { nameOf, type Staff, type Unit, type Vacancy } from './company/company.types.ts';
import { READERS } from './company/sign-ins.ts';
import { named, type Story } from './story.ts';
import { toActor } from './told-actor.ts';

/** Seats are older than who sits on them; how old does not matter to anybody. */
const SEATS_FROM_DAYS = -2_200;
const NEW_COLLEAGUE_DAYS = 35;

/** Sites with their holidays, units, people, the company chart with its seats, lines, vacancies. */
export async function tellOrganisation(story: Story, tx: Tx): Promise<void> {
  const { organisation } = story.services;
  for (const { key, name, region } of SITES) {
    story.sites.set(key, await organisation.createSite(systemActor, { name, region }));
  }
  for (const unit of UNITS) {
    const created = await organisation.createUnit(systemActor, {
      name: unit.name,
      parentId: unit.parent ? named(story.units, unit.parent).id : null,
      siteId: named(story.sites, unit.site).id,
      from: story.days.day(SEATS_FROM_DAYS),
    });
    story.units.set(unit.key, created);
  }
  await tellPersons(story, tx);
  await joinSites(story, tx);
  const chart = await organisation.createChart(systemActor, { kind: 'company', name: 'Hansa Werke' });
  const { seats, places } = companySeats(story);
  const ids = await createSeats(tx, story.parts, systemActor, { chartId: chart.id, seats });
  for (const one of UNITS.flatMap((unit) => unit.staff)) {
    const { before } = one[3] ?? {};
    const positionId = before && ids[named(places, nameOf(one))];
    if (!positionId) continue;
    const [validFrom, validTo] = [SEATS_FROM_DAYS, -before.untilDaysAgo].map(
      (days) => new Date(`${story.days.day(days)}T00:00:00.000Z`),
    ) as [Date, Date];
    await tx.positionPast.create({ data: { positionId, validFrom, validTo, title: before.title } });
  }
}

async function joinSites(story: Story, tx: Tx): Promise<void> {
  const audiences = new Map([...story.sites.values()].map((site) => [site.id, site.audienceId]));
  const left = new Set(UNITS.flatMap((unit) => unit.staff.filter((one) => one[3]?.leftDaysAgo).map(nameOf)));
  const rows = [...story.people].flatMap(([name, { personId, siteId }]) => {
    const audienceId = siteId ? audiences.get(siteId) : undefined;
    return audienceId && !left.has(name) ? [{ audienceId, personId }] : [];
  });
  await joinMany(tx, story.parts, rows, { cause: 'site' });
}

/** Personnel numbers in the order of the files; whoever has one of their own keeps it. */
async function tellPersons(story: Story, tx: Tx): Promise<void> {
  const staff = UNITS.flatMap((unit) => unit.staff.map((one) => ({ unit, one })));
  const taken = new Set(staff.map(({ one }) => one[3]?.number));
  let number = 40_000;
  const next = (): string => {
    do number += 1;
    while (taken.has(String(number)));
    return String(number);
  };
  const told = staff.map(({ unit, one }) => ({ one, person: toPerson(story, unit, one, next) }));
  const fresh = ({ one }: { one: Staff }) => joinedDaysAgo(story, one) <= NEW_COLLEAGUE_DAYS && !one[3]?.kind;
  for (const event of ['person.changed', 'person.joined'] as const) {
    const group = told.filter((entry) => fresh(entry) === (event === 'person.joined'));
    const created = await createPersons(
      tx,
      story.parts,
      group.map((entry) => entry.person),
      { event },
    );
    for (const [index, { one, person }] of group.entries()) {
      const made = created[index];
      if (made) story.people.set(nameOf(one), toActor(made, person));
    }
  }
  for (const reader of READERS) {
    const siteId = named(story.sites, 'hamburg').id;
    const person: NewPerson = {
      givenName: reader[0],
      familyName: reader[1],
      siteId,
      personnelNumber: next(),
    };
    const [made] = await createPersons(tx, story.parts, [person]);
    if (made) story.people.set(`${reader[0]} ${reader[1]}`, toActor(made, person));
  }
}

/** Told, or somewhere in the last twenty-eight years; the same person always gets the same day. */
function joinedDaysAgo(story: Story, one: Staff): number {
  const name = nameOf(one);
  const known =
    story.joined.get(name) ?? toldDaysAgo(story, one) ?? 90 + Math.floor(story.random() ** 1.6 * 10_000);
  story.joined.set(name, known);
  return known;
}

function toldDaysAgo(story: Story, one: Staff): number | undefined {
  const { joinedDaysAgo: days, joinedYearsAgo: years } = one[3] ?? {};
  return years === undefined ? days : story.days.daysSince(years);
}

function toPerson(story: Story, unit: Unit, one: Staff, next: () => string): NewPerson {
  const [givenName, familyName, , details = {}] = one;
  const ago = joinedDaysAgo(story, one);
  const start = story.days.start.getTime();
  const joinedOn = story.days.day(-ago);
  return {
    givenName,
    familyName,
    ...(details.shown && { displayName: details.shown }),
    ...(details.handle && { handle: details.handle }),
    ...(details.kind && { kind: details.kind }),
    personnelNumber: details.kind ? null : (details.number ?? next()),
    siteId: named(story.sites, details.site ?? unit.site).id,
    language: details.language ?? null,
    joinedOn: new Date(`${joinedOn}T00:00:00.000Z`),
    // A partner's people are let in for a year; leavers end on their day.
    endsOn: endOf(story, details),
    createdAt: new Date(Math.min(start - 3_600_000, story.days.at(joinedOn, '07:30').getTime())),
  };
}

function endOf(story: Story, details: NonNullable<Staff[3]>): Date | null {
  const days = details.leftDaysAgo
    ? -details.leftDaysAgo
    : (details.leavesInDays ?? (details.kind ? 185 : null));
  return days === null ? null : new Date(`${story.days.day(days)}T00:00:00.000Z`);
}

/** The company chart: units in order, heads before their people, vacancies at the end of their unit. */
function companySeats(story: Story): { seats: NewSeat[]; places: Map<string, number> } {
  const seats: NewSeat[] = [];
  const places = new Map<string, number>();
  const place = (name: string): number => named(places, name);
  for (const unit of UNITS) {
    const first = unit.staff[0];
    if (!first) continue;
    const head = nameOf(first);
    const above = unit.parent ? headOf(unit.parent) : null;
    for (const [rank, one] of unit.staff.entries()) {
      const details = one[3] ?? {};
      const name = nameOf(one);
      const shared = details.sharesSeatOf ? seats[place(details.sharesSeatOf)] : undefined;
      if (shared) {
        shared.holders.push({ ...holder(story, one), share: 50 });
        for (const other of shared.holders) other.share = 50;
        continue;
      }
      const boss = details.to ?? (name === head ? above : head);
      places.set(name, seats.length);
      seats.push({
        title: one[2],
        unitId: named(story.units, unit.key).id,
        siteId: named(story.sites, details.site ?? unit.site).id,
        rank,
        manager: boss ? place(boss) : null,
        from: story.days.day(SEATS_FROM_DAYS),
        holders: [holder(story, one)],
      });
    }
    for (const vacancy of unit.vacancies ?? []) seats.push(vacantSeat(story, unit, vacancy, place(head)));
  }
  for (const one of UNITS.flatMap((unit) => unit.staff)) {
    const seat = one[3]?.dotted && seats[place(nameOf(one))];
    if (seat && one[3]?.dotted) seat.dotted = { manager: place(one[3].dotted), from: story.days.day(-120) };
  }
  return { seats, places };
}

function holder(story: Story, one: Staff): NewSeat['holders'][number] {
  const left = one[3]?.leftDaysAgo;
  return {
    personId: named(story.people, nameOf(one)).personId,
    from: story.days.day(Math.max(SEATS_FROM_DAYS, -joinedDaysAgo(story, one))),
    to: left ? story.days.day(-left) : null,
    share: 100,
  };
}

function vacantSeat(story: Story, unit: Unit, vacancy: Vacancy, manager: number): NewSeat {
  return {
    title: vacancy.title,
    unitId: named(story.units, unit.key).id,
    siteId: named(story.sites, unit.site).id,
    rank: unit.staff.length,
    manager,
    from: story.days.day(SEATS_FROM_DAYS),
    vacantSince: story.days.day(-vacancy.sinceDaysAgo),
    holders: [],
  };
}

function headOf(key: string): string {
  const head = UNITS.find((unit) => unit.key === key)?.staff[0];
  if (!head) throw new Error(`unit ${key} has no head`);
  return nameOf(head);
}
