import { afterAll, beforeAll, expect, test } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { answers, type Column, INSIDERS, NONE, someone } from '#tests/setup/roles.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { fileReadable } from './file.policy.ts';

let world: World;
const files: Record<string, string> = {};
const members = new Map<Exclude<Column, 'visitor'>, Actor>();

beforeAll(async () => {
  world = await testWorld();
  const author = await world.build.actor({ grants: [{ kind: 'post_to_everyone' }] });
  const hamburg = await world.build.site({ name: 'Hamburg' });
  const stranger = await world.build.actor({ siteId: hamburg.id });
  const upload = async (owner: Actor) =>
    (await world.services.files.store(owner, { name: 'plan.txt', bytes: Buffer.from('plan') })).id;
  const attached = async (audienceId: string, by: Actor) => {
    const id = await upload(by);
    const attachments = [{ id, alt: '', credit: '', consent: false }];
    await world.services.feed.publishPost(by, { text: 'With a plan', audienceId, attachments });
    return id;
  };
  files.forAll = await attached(EVERYONE_AUDIENCE_ID, author);
  files.forHamburg = await attached(hamburg.audienceId, stranger);
  files.unsent = await upload(stranger);
  const waiting = await upload(stranger);
  await world.services.feed.publishPost(stranger, {
    text: 'On another day',
    audienceId: hamburg.audienceId,
    attachments: [{ id: waiting, alt: '', credit: '', consent: false }],
    publishOn: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
    publishAt: '08:00',
  });
  files.waiting = waiting;
  files.face = await upload(author);
  await world.db.person.update({ where: { id: author.personId }, data: { photoFileId: files.face } });
  for (const role of ['administrator', 'people_operations', 'employee', 'reader', 'external'] as const) {
    const { personId } = await world.build.actor({ role: role === 'external' ? 'employee' : role });
    members.set(role, someone(role, { personId }));
    if (role !== 'reader')
      files[`own-${role}`] = await upload(someone(role === 'external' ? 'employee' : role, { personId }));
  }
});
afterAll(() => world.drop());

const reads = (nameOf: (role: string) => string) => async (actor: Actor) => {
  const id = files[nameOf(actor.role)] ?? '00000000-0000-7000-8000-000000000000';
  const rows = await world.db.$queryRaw<unknown[]>`
    SELECT 1 FROM file f WHERE f.id = ${id}::uuid AND ${fileReadable(actor)}`;
  return rows.length > 0;
};

test.each([
  ['what hangs on a post for everyone', () => 'forAll', INSIDERS],
  ['what hangs on a post for another site', () => 'forHamburg', NONE],
  ['what a colleague has uploaded and not sent', () => 'unsent', NONE],
  ['what hangs on a post that waits to come out', () => 'waiting', NONE],
  [
    'what they have uploaded themselves',
    (role: string) => `own-${role}`,
    [true, true, true, false, true, false],
  ],
  ['the face of a colleague', () => 'face', INSIDERS],
])('%s', async (_what, nameOf, expected) => {
  expect(await answers(reads(nameOf), (role) => members.get(role) as Actor)).toEqual(expected);
});
