import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, systemActor } from '#server/domain/identity/actor.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { fold } from '#server/platform/text/fold.ts';
import { type IdentityWorld, identityWorld } from '#tests/setup/identity-world.ts';
import { someone } from '#tests/setup/roles.ts';
import { turnTheDay } from './organisation.listeners.ts';
import { createOrganisationService, type OrganisationService } from './organisation.service.ts';
import { folded } from './written-on.ts';

let world: IdentityWorld;
let org: OrganisationService;
let reader: Actor;
let chart: string;
let seatId: string;
let units: { it: string; sales: string; audit: string };
let planId: string;

// The clock stands on 2 March 2026: a clerk of IT until today, since then an adviser in sales, from 1 April on an auditor.
const [PAST, TODAY, PLANNED] = ['2026-02-01', null, '2026-04-01'];

beforeAll(async () => {
  world = await identityWorld();
  org = createOrganisationService(world.parts);
  chart = (await org.createChart(systemActor, { kind: 'company', name: 'Hansa Werke' })).id;
  const unit = async (name: string) => (await org.createUnit(systemActor, { name, from: '2020-01-01' })).id;
  units = { it: await unit('IT'), sales: await unit('Sales'), audit: await unit('Audit') };
  const top = { chartId: chart, title: 'Managing director', managerId: null, from: '2020-01-01' };
  const managerId = (await org.createPosition(systemActor, top)).id;
  const below = { chartId: chart, managerId, from: '2020-01-01' };
  seatId = (await org.createPosition(systemActor, { ...below, title: 'Büroangestellte', unitId: units.it }))
    .id;
  await org.createPosition(systemActor, { ...below, title: 'Mechanic', unitId: units.sales });
  const { personId } = await world.person({ givenName: 'Mara', familyName: 'Süß' });
  await org.assign(systemActor, { positionId: seatId, personId, from: '2020-01-01' });
  reader = someone('people_operations', { personId });
  await org.updatePosition(systemActor, seatId, { title: 'Adviser', unitId: units.sales });
  const { version } = await org.seatToEdit(reader, seatId);
  const plan = {
    kind: 'change',
    positionId: seatId,
    version,
    from: PLANNED,
    title: 'Prüferin',
    siteId: '',
  } as const;
  planId = (await org.editChart(reader, { ...plan, unitId: units.audit })).editId;
});
afterAll(() => world.drop());

const stood = { title: 'Büroangestellte', unit: 'IT' };
const stands = { title: 'Adviser', unit: 'Sales' };
const willStand = { title: 'Prüferin', unit: 'Audit' };
const DAYS = [
  [PAST, stood, 'bueroang'],
  [TODAY, stands, 'adviser'],
  [PLANNED, willStand, 'pruefer'],
] as const;

describe.each(DAYS)('on %s', (on, written, word) => {
  it('the chart, a branch of it, the table and the file show what stands on the seat', async () => {
    const shown = { title: written.title, unit: written.unit };
    const { cards } = await org.chart(reader, { chart, focus: seatId, on });
    expect(cards.find((card) => card.id === seatId)).toMatchObject(shown);
    const team = await org.children(reader, { positionId: cards[0]?.parentId ?? cards[0]?.id ?? '', on });
    expect(team.cards.find((card) => card.id === seatId)).toMatchObject(shown);
    const { rows } = await org.table(reader, { chart, on });
    expect(rows.find((row) => row.id === seatId)).toMatchObject(shown);
    const branch = await org.branch(reader, { chart, on });
    for await (const piece of branch.cards)
      expect(piece.find((card) => card.id === seatId)).toMatchObject(shown);
  });

  it('the table is sorted and filtered by it', async () => {
    const titles = async (sort: 'title' | 'unit') =>
      (await org.table(reader, { chart, on, sort })).rows.map((row) => row[sort] ?? '');
    for (const sort of ['title', 'unit'] as const) {
      const found = await titles(sort);
      expect(found).toEqual([...found].sort((a, b) => (fold(a) < fold(b) ? -1 : 1)));
    }
    const filtered = async (filter: string) =>
      (await org.table(reader, { chart, on, filter })).rows.map((row) => row.id);
    expect(await filtered(word)).toEqual([seatId]);
    expect(await filtered(`${written.unit} suess`)).toEqual([seatId]);
    for (const [, other, elsewhere] of DAYS)
      if (other !== written) expect(await filtered(elsewhere)).toEqual([]);
  });

  it('the search finds it under what it is called then, and by who sits there', async () => {
    const hits = async (text: string) =>
      (await org.searchInChart(reader, { chart, text, on })).map((hit) => hit.positionId);
    expect(await hits(`${word} suess`)).toEqual([seatId]);
    expect(await hits('süß')).toEqual([seatId]);
    for (const [, other, elsewhere] of DAYS) if (other !== written) expect(await hits(elsewhere)).toEqual([]);
  });
});

it('the difference to a day to come names what is planned, and the day stands among those to come', async () => {
  const { cards } = await org.chart(reader, { chart, focus: seatId, on: PLANNED, since: '2026-03-03' });
  expect(cards.find((card) => card.id === seatId)?.marks).toEqual(['moved']);
  const page = await org.changes(reader, { chart, since: '2026-03-03', on: PLANNED });
  expect(page.rows).toMatchObject([{ kind: 'moved', before: stands, after: willStand }]);
  expect(await org.plannedDays(reader, chart)).toEqual([{ on: PLANNED, count: 1 }]);
});

it('a second plan is previewed against the first', async () => {
  const { version } = await org.seatToEdit(reader, seatId);
  const plan = { kind: 'change', positionId: seatId, version, from: '2026-05-01', siteId: '' } as const;
  const found = await org.previewEdit(reader, { ...plan, title: 'Head of audit', unitId: units.sales });
  expect(found).toMatchObject([
    { key: 'orgEdit.willBeCalled', values: { from: 'Prüferin', to: 'Head of audit' } },
    { key: 'orgEdit.willBelongTo', values: { from: 'Audit', to: 'Sales' } },
    ...found.slice(2),
  ]);
});

it('a plan that is cancelled is shown on no day, and one whose night has come on every day from then on', async () => {
  const titleOn = async (on: string) =>
    (await org.chart(reader, { chart, focus: seatId, on })).cards.find((card) => card.id === seatId)?.title;
  await org.undoEdit(reader, planId);
  expect(await titleOn('2026-04-02')).toBe('Adviser');
  const { version } = await org.seatToEdit(reader, seatId);
  const plan = { kind: 'change', positionId: seatId, version, from: PLANNED, title: 'Prüferin' } as const;
  await org.editChart(reader, { ...plan, unitId: units.audit, siteId: '' });
  world.clock.advance(30 * 86_400_000);
  await turnTheDay(world.parts);
  expect([await titleOn('2026-03-31'), await titleOn('2026-04-02')]).toEqual(['Adviser', 'Prüferin']);
});

it('folds in SQL as in the app', async () => {
  const texts = ['Ärzte  Öl ÜBER Straße', 'Łódź Œuvre crème', 'Ångström ı İ', 'Đorđe Ærø', ' a\tb ', '経理'];
  for (const text of texts) {
    const rows = await world.db.$queryRaw<
      { text: string }[]
    >`SELECT ${folded(Prisma.sql`${text}::text`)} AS text`;
    expect(rows[0]?.text).toBe(fold(text));
  }
});
