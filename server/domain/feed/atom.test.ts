import { afterAll, beforeAll, expect, test } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Visitor } from '#server/domain/identity/visitor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

const HOUSE = { companyName: 'Müller & Söhne', appUrl: 'https://flurfunk.test' };
const GRANT = { id: 'g', kind: 'post_to_everyone', scope: 'company', scopeId: null } as const;
let world: World;
let reader: Actor;
let author: Actor;
let count = 0;

beforeAll(async () => {
  world = await testWorld();
  reader = await world.build.actor();
  author = { ...(await world.build.actor()), grants: [GRANT] };
  const text = `Tom & "Jerry" <b>bold</b> \u0007bell ]]> 🎉 @${reader.handle}`;
  const { services } = world;
  await services.feed.publishPost(author, { text, audienceId: EVERYONE_AUDIENCE_ID } as never);
  const admin = await world.build.actor({ role: 'administrator' });
  const secret = { name: 'Geheim', visibility: 'members', leadId: author.personId } as const;
  const { slug } = await services.projects.createProject(admin, secret);
  await services.projects.publishStatus(author, slug, { health: 'on_track', text: 'Nur für Mitglieder' });
  await world.settle();
});
afterAll(() => world.drop());

/** Somebody at an address of their own, so that one test's wrong tokens do not slow the next. */
const visitor = (): Visitor => ({
  address: `10.0.0.${++count}`,
  userAgent: 'Reader',
  deviceToken: null,
  requestId: 'r',
  local: false,
});
const open = (token: string, who = visitor()) => world.services.identity.readerByFeedToken(who, token);

test('holds what its reader may read and nothing else, as well-formed XML with every text escaped', async () => {
  const xml = await world.services.feed.atom(reader, HOUSE);
  expect(xml).toContain('<title>Müller &#38; Söhne · Flurfunk</title>');
  expect(xml).not.toContain('Nur für Mitglieder');
  expect(xml).not.toContain('\u0007');
  expect(xml).not.toMatch(/<b>|<strong>|<p>/);
  expect(xml).toContain('Tom &#38; &#34;Jerry&#34;');
  // Whatever stands between the elements is text or one of the five signs.
  const tags = xml.match(/<\/?[a-z]+(?: [a-z:]+="[^"<>]*")*\/?>/g) ?? [];
  const rest = tags.reduce((left, tag) => left.replace(tag, ''), xml.replace(/^<\?xml[^>]*>/, ''));
  expect(rest).not.toMatch(/[<>]|&(?!#\d+;)/);
  const stack: string[] = [];
  for (const tag of tags.filter((one) => !one.endsWith('/>'))) {
    const name = /[a-z]+/.exec(tag)?.[0] ?? '';
    if (tag.startsWith('</')) expect(stack.pop()).toBe(name);
    else stack.push(name);
  }
  expect(stack).toEqual([]);
  // RFC 4287, sections 4.1.1 and 4.1.2: what a feed and an entry must have.
  for (const name of ['id', 'title', 'updated']) expect(xml).toMatch(new RegExp(`<feed[^]*?<${name}>`));
  expect(xml).toMatch(/<entry><id>urn:uuid:[^<]+<\/id><title>[^<]+<\/title><link rel="alternate"[^>]+\/>/);
  expect(xml).toMatch(/<updated>\d{4}-\d\d-\d\dT[\d:.]+Z<\/updated><author><name>[^<]+<\/name><\/author>/);
  expect(await world.services.feed.atom(reader, HOUSE)).toBe(xml);
  expect(await world.services.feed.atom(author, HOUSE)).toContain('Nur für Mitglieder');
});

test('opens by a token that is kept as a hash only, until it is made anew, ended, or the account is', async () => {
  const { identity } = world.services;
  const token = await identity.makeFeedToken(reader);
  expect((await open(token)).personId).toBe(reader.personId);
  const row = await world.db.feedToken.findUniqueOrThrow({ where: { personId: reader.personId } });
  expect(JSON.stringify(row)).not.toContain(token);
  expect((await identity.feedToken(reader))?.usedOn).not.toBeNull();
  const next = await identity.makeFeedToken(reader);
  const gone = { code: 'not_found' };
  await expect(open(token)).rejects.toMatchObject(gone);
  await expect(open('')).rejects.toMatchObject(gone);
  expect((await open(next)).personId).toBe(reader.personId);
  const { personId } = reader;
  await world.db.account.update({ where: { personId }, data: { state: 'suspended' } });
  await expect(open(next)).rejects.toMatchObject(gone);
  await world.db.account.update({ where: { personId }, data: { state: 'active' } });
  expect((await open(next)).personId).toBe(personId);
  await identity.revokeFeedToken(reader);
  await expect(open(next)).rejects.toMatchObject(gone);
  expect(await identity.feedToken(reader)).toBeNull();
  await expect(identity.makeFeedToken({ ...reader, terminal: true })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('a partner stays outside everyone whatever role the account was given, and who is suspended is so here, too', async () => {
  const { identity, feed } = world.services;
  const partner = await world.build.actor({ kind: 'external' });
  const { personId } = partner;
  await world.db.account.update({ where: { personId }, data: { role: 'employee' } });
  const moderator = await world.build.actor({ grants: [{ kind: 'moderate' }] });
  const token = await identity.makeFeedToken(partner);
  const asPartner = await open(token);
  expect(asPartner.role).toBe('external');
  expect(await feed.atom(asPartner, HOUSE)).not.toContain('Jerry');
  expect(asPartner.suspended ?? null).toBeNull();
  await world.services.conversation.suspend(moderator, { handle: partner.handle, days: 2, reason: 'Why' });
  expect((await open(token)).suspended).toMatchObject({ reason: 'Why' });
});

test('slows those who guess, and a program that asks all the time', async () => {
  const guesser = visitor();
  const tries = Array.from({ length: 251 }, () => open('wrong', guesser).catch((error) => error.code));
  expect((await Promise.all(tries)).filter((code) => code === 'rate_limited')).toHaveLength(1);
  const token = await world.services.identity.makeFeedToken(reader);
  const who = visitor();
  const answers: string[] = [];
  for (let n = 0; n < 61; n += 1)
    answers.push(
      await open(token, who).then(
        () => 'read',
        (error) => error.code,
      ),
    );
  expect(answers.filter((answer) => answer === 'read')).toHaveLength(60);
  expect(answers.at(-1)).toBe('rate_limited');
});

test('a unit has a feed: its own for members, what stands on its boards for everybody inside', async () => {
  const unit = await world.build.unit({ name: 'Gießerei' });
  const { organisation, feed } = world.services;
  const day = new Date('2020-01-01');
  const member = { personId: author.personId, cause: 'unit' as const, validFrom: day };
  await world.db.audienceMembership.create({ data: { audienceId: unit.audienceId, ...member } });
  await feed.publishPost(author, { text: 'Nur für uns', audienceId: unit.audienceId } as never);
  await world.settle();
  expect(await organisation.unitPage(author, unit.id)).toMatchObject({ memberCount: 1, member: true });
  expect(await organisation.unitPage(reader, unit.id)).toMatchObject({ name: 'Gießerei', member: false });
  expect((await feed.inAudience(author, unit.audienceId)).items).toHaveLength(1);
  expect((await feed.inAudience(reader, unit.audienceId)).items).toEqual([]);
  const external = await world.build.actor({ role: 'external' });
  await expect(organisation.unitPage(external, unit.id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(organisation.unitPage(reader, 'nowhere')).rejects.toMatchObject({ code: 'not_found' });
});
