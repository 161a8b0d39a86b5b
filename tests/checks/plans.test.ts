import pg from 'pg';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { pagePreviews } from '#server/domain/links/previews.queries.ts';
import { makeCompany, READER } from '#tests/bench/company.ts';
import { A_NAME, COMMON_WORD, RARE_WORD } from '#tests/bench/vocabulary.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { growAround } from './grow-around.ts';
import { scannedTables } from './scanned-tables.ts';

// Every list that grows with the company, asked for as the pages ask, on a company large enough for PostgreSQL to
// choose: no statement may read a large table from end to end.

type Statement = { text: string; values: unknown[] };
let world: World;
let reader: Actor;
let admin: Actor;
let client: pg.Client;
let large: Set<string>;
const recorded: Statement[] = [];

beforeAll(async () => {
  world = await testWorld({ now: new Date('2026-11-16T09:00:00Z') });
  await makeCompany(world.db, world.parts, 12_000);
  const account = await world.db.account.findUniqueOrThrow({
    where: { email: READER.email },
    include: { person: true },
  });
  const { personId, person } = account;
  await growAround(world.db, personId);
  reader = {
    personId,
    accountId: account.id,
    sessionId: 's',
    role: 'employee',
    handle: person.handle,
    displayName: person.displayName,
    siteId: null,
    language: 'en',
    tone: 'du',
    timeZone: 'Europe/Berlin',
    terminal: false,
    grants: [],
  };
  admin = { ...reader, role: 'administrator' };
  client = new pg.Client({ connectionString: world.url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples >= 5000`,
  );
  large = new Set(rows.map((row) => row.name));
  record();
}, 120_000);
afterAll(async () => {
  vi.restoreAllMocks();
  await client.end();
  await world.drop();
});

/** Remembers what Prisma sends, word for word, with its values. */
function record(): void {
  const query = pg.Client.prototype.query;
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [sent] = args as [Statement | string];
    if (this !== client && typeof sent === 'object' && /^\s*(SELECT|WITH)/i.test(sent.text))
      recorded.push({ text: sent.text, values: sent.values ?? [] });
    return Reflect.apply(query, this, args);
  });
}

/** "table: statement" for each large table that a statement of `work` reads from end to end. */
async function scans(work: () => Promise<unknown>): Promise<string[]> {
  recorded.length = 0;
  await work();
  const statements = [...recorded];
  expect(statements.length).toBeGreaterThan(0);
  const found: string[] = [];
  for (const { text } of statements) {
    // The plan that our connections use, whatever the values (plan_cache_mode, database/client.ts).
    const { rows } = await client.query(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`);
    for (const table of scannedTables(rows[0]['QUERY PLAN'][0].Plan))
      if (large.has(table)) found.push(`${table}: ${text.replace(/\s+/g, ' ').slice(0, 160)}`);
  }
  return found;
}

test('the company is large in every table that grows', () => {
  expect([...large].sort()).toEqual(
    [
      'account',
      'audience_membership',
      'contest',
      'entry',
      'entry_body',
      'feed_item',
      'moderation_act',
      'notification',
      'person',
      'profile_field',
      'answer_consent',
      'assignment',
      'pin',
      'position',
      'position_past',
      'reading_confirmation',
      'report',
      'search_document',
      'search_word',
      'status_update',
      'suspension',
    ].sort(),
  );
});

test('a planted scan is found', async () => {
  expect(await scans(() => world.db.entry.findMany({ where: { legalHold: true } }))).toEqual([
    expect.stringMatching(/^entry: SELECT/),
  ]);
});

type Services = World['services'];
const portfolio = { lifecycle: 'current', sort: 'health' } as const;
const directory = { q: '', letter: null, unit: null, site: null, skill: null, language: null, after: null };
const someone = 'p777';
const VISITOR = { address: '10.0.0.1', userAgent: '', deviceToken: null, requestId: 'r', local: false };

const PAGES: [name: string, ask: (services: Services) => Promise<unknown>][] = [
  ['the feed', (s) => s.feed.page(reader)],
  ['the feed as it opens, with what must be read and what stands on top', (s) => s.feed.front(reader)],
  ['the feed, further down', async (s) => s.feed.page(reader, { cursor: (await s.feed.page(reader)).next })],
  ['the feed of one audience', (s) => s.feed.page(reader, { filter: { audienceId: EVERYONE_AUDIENCE_ID } })],
  ['the feed of one kind', (s) => s.feed.page(reader, { filter: { kind: 'status' } })],
  ['the feed by activity', (s) => s.feed.page(reader, { order: 'activity' })],
  [
    'the feed by activity, further down',
    async (s) =>
      s.feed.page(reader, {
        order: 'activity',
        cursor: (await s.feed.page(reader, { order: 'activity' })).next,
      }),
  ],
  ['the feed of what is unread', (s) => s.feed.page(reader, { order: 'unread' })],
  [
    'the feed of what is unread, further down',
    async (s) =>
      s.feed.page(reader, { order: 'unread', cursor: (await s.feed.page(reader, { order: 'unread' })).next }),
  ],
  ['what is unread', (s) => s.feed.unreadCount(reader)],
  ['what was talked about since', (s) => s.feed.countSince(reader, new Date('2026-01-02'), 'activity')],
  ['what is new since', (s) => s.feed.countSince(reader, new Date('2026-01-02'))],
  ['the rail beside the feed', (s) => s.feed.rail(reader)],
  [
    'the audiences to choose from',
    async (s) => [await s.feed.audienceChoices(reader), await s.feed.streams(reader)],
  ],
  ['what waits for its hour', (s) => s.feed.scheduled(reader)],
  ['publishing what is due', () => world.jobs.run('feed.release')],
  ['the frame', (s) => s.frame.frame(reader)],
  ['marking as read', async (s) => s.feed.markItemsRead(reader, await newestItems())],
  ['what was saved', (s) => s.feed.saved(reader)],
  ['what one person wrote', async (s) => s.feed.byPerson(reader, await idOf(someone))],
  ['what a page links to', async () => pagePreviews(world.parts, reader, await aPageOfEachKind())],
  ['a thread', async (s) => s.conversation.thread(reader, await newestPost())],
  ['notices', (s) => s.notifications.list(reader)],
  ['unread notices', (s) => s.notifications.unreadCount(reader)],
  ['a board', async (s) => s.pinboard.board(reader, await idOf(someone))],
  [
    'a board of thousands',
    async (s) => pages(async (after) => s.pinboard.board(reader, await idOf('p0'), after)),
  ],
  ['questions for me to answer', (s) => s.pinboard.questionsForMe(reader)],
  ['questions asked by me', (s) => s.pinboard.questionsByMe(reader)],
  ['what is frequently asked', (s) => pages((after) => s.pinboard.sharedAnswers(reader, after))],
  [
    'questions like one that is written',
    (s) => s.search.similarQuestions(reader, 'which printer takes labels'),
  ],
  ['looking after late questions on boards', () => world.jobs.run('pinboard.follow-up-questions')],
  ['a profile', (s) => s.people.profile(reader, someone)],
  ['what somebody held before', async (s) => s.organisation.pastSeatsOf(reader, await idOf(someone))],
  ['a face', async (s) => s.files.read(reader, await aFace(), 96)],
  ['drawing what waits as AVIF', () => world.jobs.run('files.avif')],
  ['the directory', (s) => s.people.directory(reader, directory)],
  ['the directory by skill', (s) => s.people.directory(reader, { ...directory, skill: 'SAP' })],
  [
    'the directory by language and letter',
    (s) => s.people.directory(reader, { ...directory, language: 'Türkçe', letter: 'm' }),
  ],
  ['what the directory is narrowed by', (s) => s.people.directoryChoices(reader)],
  ['the portfolio', (s) => s.projects.portfolio(reader, portfolio)],
  ['what the portfolio is filtered by', (s) => s.projects.portfolioChoices(reader)],
  ['a project', (s) => s.projects.projectPage(reader, 'project-7')],
  ['a project’s statuses', (s) => s.projects.statusHistory(reader, 'project-7')],
  ['a project’s health', (s) => s.projects.healthTimeline(reader, 'project-7')],
  ['a project to edit', (s) => s.projects.projectEdit(admin, 'project-7')],
  [
    'what is written for a project',
    async (s) => s.feed.inAudience(reader, (await s.projects.projectPage(reader, 'project-7')).audienceId),
  ],
  ['a unit', async (s) => s.organisation.unitPage(reader, await anyUnit())],
  ['what is written for a unit', async (s) => s.feed.inAudience(reader, await anyUnitAudience())],
  ['what I owe', (s) => s.projects.owed(reader)],
  ['the questions on a status', async (s) => s.projects.questionsOn(reader, await newestPost())],
  ['looking after late questions', () => world.jobs.run('projects.follow-up-questions')],
  ['pushing what is due', () => world.jobs.run('notifications.deliver-push')],
  ['the feed as Atom', (s) => s.feed.atom(reader, { companyName: 'X', appUrl: 'https://x.test' })],
  ['whose Atom feed it is', (s) => s.identity.readerByFeedToken(VISITOR, 'x').catch(() => null)],
  ['my projects', (s) => s.projects.myProjects(reader)],
  ['a search for somebody', (s) => s.search.search(reader, { q: A_NAME, kind: null, cursor: null })],
  ['a search for a rare word', (s) => s.search.search(reader, { q: RARE_WORD, kind: null, cursor: null })],
  ['a search for a usual word', (s) => s.search.search(reader, { q: COMMON_WORD, kind: null, cursor: null })],
  [
    'a search for something mistyped',
    (s) => s.search.search(reader, { q: 'Rnoja Kelller', kind: null, cursor: null }),
  ],
  ['suggestions', (s) => s.search.suggest(reader, A_NAME.slice(0, -2))],
  ['accounts', (s) => s.identity.listAccounts(admin, { search: '', filter: 'all', after: null })],
  ['the moderation queue', (s) => pages((after) => s.conversation.moderationQueue(admin, after))],
  ['contests', (s) => pages((after) => s.conversation.contests(admin, after))],
  ['suspensions', (s) => pages((after) => s.conversation.suspensions(admin, after))],
  ['the moderation log', (s) => pages((after) => s.conversation.moderationLog(admin, { after }))],
  [
    'the moderation log of one kind',
    (s) => pages((after) => s.conversation.moderationLog(admin, { act: 'uphold', after })),
  ],
];

test.each(PAGES)('%s: no large table is read from end to end', async (_, ask) => {
  expect(await scans(() => ask(world.services))).toEqual([]);
});

/** The first page and the one after it. */
async function pages(page: (after?: string | null) => Promise<{ next: string | null }>): Promise<void> {
  const { next } = await page();
  expect(next).not.toBeNull();
  await page(next);
}

async function anyUnit(): Promise<string> {
  return (await world.db.orgUnit.findFirstOrThrow({ orderBy: { id: 'asc' } })).id;
}

async function anyUnitAudience(): Promise<string> {
  return (await world.db.orgUnit.findFirstOrThrow({ orderBy: { id: 'asc' } })).audienceId;
}

async function idOf(handle: string): Promise<string> {
  return (await world.db.person.findUniqueOrThrow({ where: { handle } })).id;
}

async function aFace(): Promise<string> {
  const self = { ...reader, personId: await idOf(someone) };
  const picture = { create: { width: 96, height: 96, channels: 3 as const, background: '#777' } };
  const bytes = await sharp(picture).png().toBuffer();
  await world.services.files.setPhoto(self, self.personId, { name: 'me.png', bytes }, { square: null });
  const { photoFileId } = await world.db.person.findUniqueOrThrow({ where: { id: self.personId } });
  return photoFileId as string;
}

async function newestItems(): Promise<string[]> {
  const items = await world.db.feedItem.findMany({ orderBy: { id: 'desc' }, take: 3, select: { id: true } });
  return items.map((item) => item.id);
}

/** A link to each kind of page that is shown in small; nobody has hung up a notice, so that is any id. */
async function aPageOfEachKind(): Promise<string[]> {
  const post = await newestPost();
  const [pin, status] = await Promise.all([
    world.db.pin.findFirstOrThrow({ include: { owner: true }, orderBy: { entryId: 'asc' } }),
    world.db.statusUpdate.findFirstOrThrow({ include: { project: true }, orderBy: { entryId: 'asc' } }),
  ]);
  return [
    `/posts/${post}`,
    `/notices/${post}`,
    `/people/${someone}`,
    `/people/${pin.owner.handle}/pins/${pin.entryId}`,
    '/projects/project-7',
    `/projects/${status.project.slug}/status/${status.entryId}`,
  ];
}

async function newestPost(): Promise<string> {
  return (await world.db.feedItem.findFirstOrThrow({ where: { kind: 'post' }, orderBy: { id: 'desc' } }))
    .subjectId;
}
