import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import {
  closeSchema,
  contestSchema,
  editSchema,
  reasonSchema,
} from '#server/domain/conversation/entry.schema.ts';
import { suspendSchema } from '#server/domain/conversation/moderation/suspension.schema.ts';
import { postSchema } from '#server/domain/feed/post.schema.ts';
import { shareSchema } from '#server/domain/feed/share.schema.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { searchSchema } from '#server/domain/search/search.schema.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { answerTo, fault, faultsOf, hostileTexts, type Write } from '#tests/setup/hostile-texts.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

// What no database or page may stumble over, in every field that people type into: it is read again as it was written, or
// refused at its field. Nothing else is an answer; more fields are in written-texts-rooms.test.ts, every form of the house in
// forms.test.ts, and what the pages make of it, tests/e2e/hostile-input.e2e.ts looks at.
vi.setConfig({ testTimeout: 120_000 });

let world: World;
let author: Actor;
let moderator: Actor;
let judge: Actor;
let slug: string;
let milestoneId: string;

beforeAll(async () => {
  world = await testWorld();
  author = await world.build.actor({ grants: [{ kind: 'post_to_everyone' }] });
  moderator = await world.build.actor({ grants: [{ kind: 'moderate' }] });
  judge = await world.build.actor({ grants: [{ kind: 'moderate' }] });
  const admin = await world.build.actor({ role: 'administrator' });
  ({ slug } = await world.services.projects.createProject(admin, { name: 'Crane', leadId: author.personId }));
  ({ id: milestoneId } = await projects().addMilestone(author, slug, {
    nameEn: 'A',
    nameDe: 'A',
    targetOn: '2030-01-01',
  }));
});
afterAll(() => world.drop());

const talk = () => world.services.conversation;
const projects = () => world.services.projects;
const inAWeek = () => new Date(world.clock.now().getTime() + 7 * 86_400_000).toISOString().slice(0, 10);

async function post(given: Record<string, string> = {}): Promise<string> {
  const form = { text: 'Words', audienceId: EVERYONE_AUDIENCE_ID, ...given };
  return (await world.services.feed.publishPost(author, parseInput(postSchema, form))).id;
}
const seen = async (id: string) => (await talk().entryViews(author, [id])).get(id);
const newest = async (id: string) => (await talk().history(author, id))[0];
const poll = { pollOption1: 'Yes', pollOption2: 'No', pollClosesOn: inAWeek };

async function attach(said: { alt?: string; credit?: string }) {
  const { id } = await world.services.files.store(author, { name: 'plan.txt', bytes: Buffer.from('plan') });
  const entryId = await post({ attachments: JSON.stringify([{ id, consent: true, ...said }]) });
  return (await seen(entryId))?.files?.[0];
}

async function hidden(reason = 'Too sharp'): Promise<string> {
  const entryId = await post();
  await talk().hideEntry(moderator, parseInput(reasonSchema, { entryId, reason }));
  return entryId;
}

async function contested(reason = 'It was a quotation'): Promise<string> {
  const entryId = await hidden();
  await talk().contestHiding(author, parseInput(contestSchema, { entryId, reason }));
  return entryId;
}

async function change(given: object) {
  const basics = {
    name: 'Crane',
    descriptionEn: '',
    descriptionDe: '',
    unitId: '',
    visibility: 'open' as const,
  };
  await projects().changeProject(author, slug, { ...basics, ...given });
  return projects().projectPage(author, slug);
}

async function milestone() {
  return (await projects().projectPage(author, slug)).milestones.find(({ id }) => id === milestoneId);
}

const FIELDS: Record<string, Write> = {
  'poll question': async (text) =>
    (await newest(await post({ ...poll, pollClosesOn: inAWeek(), text })))?.text,
  'poll option': async (text) => {
    const id = await post({ ...poll, pollClosesOn: inAWeek(), pollOption1: text });
    return (await seen(id))?.poll?.options[0]?.text;
  },
  'description of a file': async (alt) => (await attach({ alt }))?.alt,
  'credit of a file': async (credit) => (await attach({ credit }))?.credit,
  'second language': async (otherText) => (await newest(await post({ otherText })))?.other?.text ?? '',
  'second language, edited': async (otherText) => {
    const entryId = await post({ otherText: 'Andere Worte' });
    await talk().editEntry(author, parseInput(editSchema, { entryId, text: 'New words', otherText }));
    return (await newest(entryId))?.other?.text ?? '';
  },
  'share comment': async (text) => {
    const input = { entryId: await post(), audienceId: EVERYONE_AUDIENCE_ID, text };
    const { id } = await world.services.feed.sharePost(author, parseInput(shareSchema, input));
    return (await newest(id))?.text;
  },
  'reason for hiding': async (reason) =>
    (await talk().thread(author, await hidden(reason))).entry.hidden?.reason,
  'reason of a contest': async (reason) => {
    const entryId = await contested(reason);
    const found = (await talk().contests(judge)).items.find(({ entry }) => entry.id === entryId);
    await talk().decideContest(judge, { entryId, reason: 'No', restore: false });
    return found?.text;
  },
  'answer to a contest': async (reason) => {
    const entryId = await contested();
    await talk().decideContest(judge, { ...parseInput(reasonSchema, { entryId, reason }), restore: false });
    const contest = (await talk().thread(author, entryId)).entry.hidden?.contest;
    return contest?.state === 'upheld' ? contest.answer : undefined;
  },
  'reason of a suspension': async (reason) => {
    const { handle } = await world.build.actor();
    // The list shows the latest ones.
    world.clock.advance(1_000);
    const { id } = await talk().suspend(moderator, parseInput(suspendSchema, { handle, days: '2', reason }));
    return (await talk().suspensions(moderator)).items.find((one) => one.id === id)?.reason;
  },
  'reason for closing': async (reason) => {
    const entryId = await post();
    await talk().closeComments(author, { ...parseInput(closeSchema, { entryId, reason }), closed: true });
    return (await talk().thread(author, entryId)).entry.closed?.reason;
  },
  'name of a project': async (name) => (await change({ name })).name,
  'description of a project': async (text) => (await change({ descriptionEn: text })).descriptionEn,
  'German description of a project': async (text) => (await change({ descriptionDe: text })).descriptionDe,
  'name of a milestone': async (nameEn) => {
    await projects().renameMilestone(author, slug, milestoneId, { nameEn, nameDe: 'B' });
    return (await milestone())?.nameEn;
  },
};

test('a text that is changed, lost or breaks something would be found', async () => {
  expect(fault(' a ', { stored: 'a' })).toBeNull();
  expect(fault('a', { stored: 'b' })).not.toBeNull();
  expect(fault('a', { stored: undefined })).not.toBeNull();
  expect(fault('a', { refused: {} })).not.toBeNull();
  expect(fault('a', await answerTo(() => Promise.reject(new Error('no')), 'a'))).not.toBeNull();
});

describe.each(Object.entries(FIELDS))('%s', (_name, write) => {
  test('is read as it was written, or refused at its field', async () => {
    expect(await faultsOf(write)).toEqual([]);
  });
});

test('everything that was written so is worked off: search, notices, live', async () => {
  await world.settle();
  const failed = await world.db.outboxEvent.count({ where: { doneAt: null } });
  expect(failed).toBe(0);
  for (const [, text] of await hostileTexts())
    await world.services.search.search(author, searchSchema.parse({ q: text, kind: 'post', cursor: null }));
});
