import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import { createAudience } from '#server/domain/audience/create-audience.ts';
import { writeEntry } from '#server/domain/conversation/write-entry.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { type NoticeInput, noticeSchema } from '#server/domain/statutory/notice.schema.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { type SearchInput, searchSchema } from './search.schema.ts';

let world: World;
let ronja: Actor;
let mara: Actor;
let external: Actor;
let reader: Actor;
let administrator: Actor;
let team: string;

beforeAll(async () => {
  world = await testWorld();
  const { actor } = world.build;
  ronja = await actor({ givenName: 'Ronja', familyName: 'Weiß' });
  mara = await actor({ givenName: 'Mara', familyName: 'Süß-Lindemann', language: 'de' });
  reader = await actor({ givenName: 'Rita', familyName: 'Leser', role: 'reader' });
  administrator = await actor({ givenName: 'Ada', familyName: 'Amt', role: 'administrator' });
  external = await actor({ givenName: 'Ede', familyName: 'Extern', role: 'external' });
  team = await world.db.$transaction((tx) =>
    createAudience(tx, world.parts, { kind: 'project', open: false }),
  );
  await world.build.join(ronja.personId, team);
  await world.build.join(external.personId, team);
  await world.settle();
});
afterAll(() => world.drop());

async function post(text: string, audienceId = EVERYONE_AUDIENCE_ID, author = ronja): Promise<string> {
  const { id } = await world.parts.events.transaction((tx) =>
    writeEntry(tx, world.parts, author, { kind: 'post', audienceId, text }),
  );
  await world.settle();
  return id;
}

async function find(actor: Actor, q: string, kind: SearchInput['kind'] = null): Promise<string[]> {
  const { results } = await world.services.search.search(actor, { q, kind, cursor: null });
  return results.map((result) => (result.kind === 'person' ? result.person.name : result.id));
}

describe('who finds what', () => {
  test('a post for everyone: all insiders, not the partner; nobody once it is hidden, all again when restored', async () => {
    const id = await post('Der Quarzsand ist da');
    for (const actor of [ronja, mara, reader, administrator])
      expect(await find(actor, 'quarzsand')).toEqual([id]);
    expect(await find(external, 'quarzsand')).toEqual([]);
    await world.services.conversation.hideEntry(administrator, { entryId: id, reason: 'Versehen' });
    await world.settle();
    for (const actor of [ronja, mara]) expect(await find(actor, 'quarzsand')).toEqual([]);
    await world.services.conversation.restoreEntry(administrator, { entryId: id, reason: 'Doch' });
    await world.settle();
    expect(await find(mara, 'quarzsand')).toEqual([id]);
    await world.services.conversation.deleteEntry(ronja, id);
    await world.settle();
    expect(await find(ronja, 'quarzsand')).toEqual([]);
  });

  test('a post for members: members, the partner among them, and neither colleagues nor administrators', async () => {
    const id = await post('Zirkonium bestellt', team);
    expect(await find(ronja, 'zirkonium')).toEqual([id]);
    expect(await find(external, 'zirkonium')).toEqual([id]);
    for (const actor of [mara, reader, administrator]) expect(await find(actor, 'zirkonium')).toEqual([]);
  });

  test('a document that says more than policy does is no hit', async () => {
    const id = await post('Vanadium vertraulich', team);
    await world.db.searchDocument.updateMany({ where: { subjectId: id }, data: { open: true } });
    expect(await find(mara, 'vanadium')).toEqual([]);
    expect((await world.services.search.suggest(mara, 'vanadium')).posts).toEqual([]);
  });

  test('comments below a post, and nothing of them once the post is gone', async () => {
    const id = await post('Wer kennt sich aus?');
    await world.services.conversation.addComment(mara, { entryId: id, text: 'Frag nach Molybdän' });
    await world.settle();
    const { results } = await world.services.search.search(ronja, {
      q: 'molybdaen',
      kind: null,
      cursor: null,
    });
    expect(results[0]).toMatchObject({
      kind: 'post',
      entryKind: 'comment',
      author: { name: 'Mara Süß-Lindemann' },
    });
    expect(results[0]?.kind === 'post' && results[0].to).toMatch(
      new RegExp(`^/posts/${id}\\?comment=[^#]+#comment-`),
    );
    await world.services.conversation.deleteEntry(ronja, id);
    await world.settle();
    expect(await find(ronja, 'molybdaen')).toEqual([]);
  });

  test('the partner finds colleagues of the project, and no others', async () => {
    expect(await find(external, 'ronja', 'person')).toEqual(['Ronja Weiß']);
    expect(await find(external, 'mara', 'person')).toEqual([]);
    expect(await find(mara, 'ede', 'person')).toEqual(['Ede Extern']);
  });
});

describe('a statutory notice', () => {
  let here: Actor;
  let there: Actor;
  let council: Actor;
  let hamburg: string;
  const TODAY = new Date().toISOString().slice(0, 10);
  const day = (ahead: number) => new Date(Date.parse(TODAY) + ahead * 86_400_000).toISOString().slice(0, 10);

  beforeAll(async () => {
    const { actor, site } = world.build;
    hamburg = (await site({ name: 'Hamburg' })).id;
    const rostock = (await site({ name: 'Rostock' })).id;
    here = await actor({ siteId: hamburg, language: 'de' });
    there = await actor({ siteId: rostock });
    council = await actor({
      siteId: rostock,
      grants: [{ kind: 'speak_for', scope: 'office', scopeId: hamburg }],
    });
  });

  async function hang(titleDe: string, more: Partial<NoticeInput> = {}): Promise<string> {
    const { id } = await world.services.statutory.hang(
      council,
      noticeSchema.parse({ titleDe, textDe: 'Gilt für alle.', validFrom: day(-3), ...more }),
    );
    await world.settle();
    return id;
  }

  test('is found by title and text in both languages, where it hangs: at one site, or at all', async () => {
    const both = { titleEn: 'Krypton limits', textEn: 'Never inhale **xenon**.', textDe: 'Kein Helium.' };
    const id = await hang('Grenzwerte für Krypton', { ...both, siteId: hamburg });
    for (const q of ['grenzwerte', 'krypton limits', 'xenon', 'helium'])
      expect([q, await find(here, q), await find(there, q)]).toEqual([q, [id], []]);
    expect(await find(here, 'krypton', 'post')).toEqual([]);
    const { results } = await world.services.search.search(here, {
      q: 'xenon',
      kind: 'notice',
      cursor: null,
    });
    expect(results).toMatchObject([{ kind: 'notice', language: 'de', site: { name: 'Hamburg' } }]);
    expect(results[0]?.kind === 'notice' && results[0].snippet).toContainEqual({ text: 'xenon', hit: true });
    expect((await world.services.search.suggest(here, 'kryp')).notices).toEqual([
      { id, title: 'Grenzwerte für Krypton', detail: 'Hamburg' },
    ]);
    const everywhere = await hang('Neon in der Halle');
    for (const actor of [here, there, external, reader])
      expect(await find(actor, 'neon')).toEqual([everywhere]);
  });

  test('is found before its first day by who may hang it up alone, and by all from that day on', async () => {
    const id = await hang('Radonmessung', { validFrom: day(2) });
    expect([await find(here, 'radonmessung'), await find(council, 'radonmessung')]).toEqual([[], [id]]);
    expect((await world.services.search.suggest(here, 'radonmess')).notices).toEqual([]);
    world.clock.set(new Date(`${day(2)}T09:00:00Z`));
    expect(await find(here, 'radonmessung')).toEqual([id]);
  });

  test('is found afterwards as what it was, on purpose only, and looking for it leaves no trace', async () => {
    await hang('Argonprüfung', { validUntil: day(-1) });
    const gone = await hang('Argonwartung');
    await world.services.statutory.takeDown(council, gone);
    await world.settle();
    const traces = async () => [
      await world.db.readState.count(),
      await world.db.auditEntry.count(),
      await world.db.outboxEvent.count(),
    ];
    const before = await traces();
    const { results } = await world.services.search.search(here, { q: 'argon', kind: null, cursor: null });
    const states = results.map((result) => result.kind === 'notice' && result.state);
    expect(states.sort()).toEqual(['past', 'withdrawn']);
    expect((await world.services.search.suggest(here, 'argon')).notices).toEqual([]);
    expect(await traces()).toEqual(before);
  });

  test('comes back when the index is built anew, and what is gone drops out', async () => {
    const id = await hang('Fluorschutz');
    await world.db.searchDocument.deleteMany({ where: { kind: 'notice' } });
    expect(await find(here, 'fluorschutz')).toEqual([]);
    await world.services.search.reindex();
    expect(await find(here, 'fluorschutz')).toEqual([id]);
    await world.db.statutoryNotice.delete({ where: { id } });
    await world.services.search.reindex();
    expect(await world.db.searchDocument.count({ where: { subjectId: id } })).toBe(0);
  });
});

describe('results', () => {
  test('names in any spelling and order', async () => {
    for (const q of ['suess', 'Süß', 'lindemann mara', 'Lidnemann'])
      expect(await find(ronja, q, 'person')).toEqual(['Mara Süß-Lindemann']);
    expect(await find(mara, 'weiss', 'person')).toEqual(['Ronja Weiß']);
  });

  test('mark what was meant, name persons as they are called today, and hold no markup', async () => {
    await post(`**Wichtig** <b>@${mara.handle}</b> prüft den [Tantalvertrag](https://example.com)`);
    const { results } = await world.services.search.search(ronja, {
      q: 'tantal',
      kind: 'post',
      cursor: null,
    });
    const segments = results[0]?.kind === 'post' ? results[0].snippet : [];
    expect(segments.map((segment) => segment.text).join('')).toContain('Wichtig <b>@');
    expect(segments.filter((segment) => segment.hit).map((segment) => segment.text)).toEqual([
      'Tantalvertrag',
    ]);
  });

  test('say when only something near was found', async () => {
    const { near } = await world.services.search.search(mara, { q: 'Lidnemann', kind: null, cursor: null });
    expect(near).toBe(true);
  });

  test('an edited text is found by its new words alone', async () => {
    const id = await post('Altes Osmium');
    await world.services.conversation.editEntry(ronja, { entryId: id, text: 'Neues Rhodium' });
    await world.settle();
    expect([await find(mara, 'osmium'), await find(mara, 'rhodium')]).toEqual([[], [id]]);
  });
});

describe('suggestions', () => {
  test('persons to mention are those who may read it there', async () => {
    const names = async (audience?: string) =>
      (await world.services.search.suggestPeople(ronja, 'e', audience)).map((person) => person.name);
    expect(await names()).toContain('Ede Extern');
    expect(await names(EVERYONE_AUDIENCE_ID)).not.toContain('Ede Extern');
    expect(await names(team)).toEqual(['Ede Extern']);
  });

  test('nothing for nothing', async () => {
    expect(await world.services.search.suggest(ronja, ' % ')).toEqual({
      people: [],
      posts: [],
      questions: [],
      projects: [],
      notices: [],
    });
  });
});

test('reindexing brings back what an index has lost, and drops what is gone', async () => {
  const id = await post('Iridium bleibt');
  await world.db.searchDocument.deleteMany();
  await world.db.searchDocument.create({
    data: {
      kind: 'post',
      subjectId: world.parts.ids.next(),
      title: '',
      titleFolded: '',
      body: 'iridium',
      bodyFolded: 'iridium',
      open: true,
    },
  });
  expect(await find(mara, 'iridium')).toEqual([]);
  await world.services.search.reindex();
  expect(await find(mara, 'iridium')).toEqual([id]);
  expect(await world.db.searchDocument.count({ where: { bodyFolded: 'iridium' } })).toBe(0);
});

test('an odd address is an empty question', () => {
  expect(searchSchema.parse({ q: 'a\u0000b', kind: 'nonsense' })).toEqual({
    q: 'ab',
    kind: null,
    cursor: null,
  });
  expect(searchSchema.parse({})).toEqual({ q: '', kind: null, cursor: null });
});
