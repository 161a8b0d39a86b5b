import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import { commentSchema, editSchema, reasonSchema } from '#server/domain/conversation/entry.schema.ts';
import { postSchema } from '#server/domain/feed/post.schema.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { newPersonSchema } from '#server/domain/identity/identity.schema.ts';
import { switchSchema } from '#server/domain/organisation/sites/features.schema.ts';
import { profileInput } from '#server/domain/people/people.schema.ts';
import { answerInput, pinInput } from '#server/domain/pinboard/pinboard.schema.ts';
import type { StatusInput } from '#server/domain/projects/status.schema.ts';
import { companyFormSchema } from '#server/domain/settings/settings.schema.ts';
import { noticeSchema } from '#server/domain/statutory/notice.schema.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { faultsOf, onOneLine, type Write } from '#tests/setup/hostile-texts.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

// The fields of the feed, the pinboard, projects, people, notices and administration; as in written-texts.test.ts.
vi.setConfig({ testTimeout: 240_000 });

let world: World;
let admin: Actor;
let author: Actor;
let colleague: Actor;
let council: Actor;
let moderator: Actor;
let siteId: string;
let slug: string;

beforeAll(async () => {
  world = await testWorld();
  const { actor, site } = world.build;
  siteId = (await site({ name: 'Hamburg' })).id;
  admin = await actor({ role: 'administrator' });
  author = await actor({ grants: [{ kind: 'post_to_everyone' }] });
  colleague = await actor();
  moderator = await actor({ grants: [{ kind: 'moderate' }] });
  council = await actor({ grants: [{ kind: 'speak_for', scope: 'office', scopeId: siteId }] });
  ({ slug } = await world.services.projects.createProject(admin, { name: 'Crane', leadId: author.personId }));
});
afterAll(() => world.drop());

const talk = () => world.services.conversation;
const projects = () => world.services.projects;
const written = async (id: string, by = author) => (await talk().history(by, id))[0]?.text;

async function post(text = 'Words'): Promise<string> {
  const input = parseInput(postSchema, { text, audienceId: EVERYONE_AUDIENCE_ID });
  return (await world.services.feed.publishPost(author, input)).id;
}

async function status(given: Partial<StatusInput>) {
  const input = { health: 'on_track' as const, text: 'Words', ...given };
  return (await projects().publishStatus(author, slug, input)).entryId;
}
const particulars = async (given: Partial<StatusInput>) =>
  world.db.statusUpdate.findUniqueOrThrow({ where: { entryId: await status(given) } });

async function pin(kind: 'note' | 'question', text: string): Promise<string> {
  // Past the hourly limit of pins: what is written here is told as a thing of the past.
  const input = parseInput(pinInput, { ownerId: colleague.personId, kind, visibility: 'everyone', text });
  const { id } = await world.services.pinboard.placePin(author, { ...input, publishedAt: world.clock.now() });
  return id;
}

async function notice(given: Record<string, string>) {
  const input = {
    titleDe: 'Titel',
    textDe: 'Text',
    titleEn: 'Title',
    textEn: 'Text',
    validFrom: '2026-01-01',
  };
  const { id } = await world.services.statutory.hang(
    council,
    parseInput(noticeSchema, { ...input, ...given }),
  );
  return world.db.statutoryNotice.findUniqueOrThrow({ where: { id } });
}

let taken = 0;
async function takeOn(given: Record<string, string>) {
  const form = {
    givenName: 'Ada',
    familyName: 'Byron',
    personnelNumber: `${++taken}`,
    siteId: '',
    email: '',
    by: 'slip',
  };
  const input = parseInput(newPersonSchema, { ...form, ...given });
  const { handle } = await world.services.identity.addColleague(admin, input);
  return world.db.person.findUniqueOrThrow({ where: { handle } });
}

async function profile(key: 'room' | 'skills', text: string): Promise<string | undefined> {
  const input = parseInput(profileInput, { [key]: text });
  await world.services.people.saveProfile(author, author.personId, input);
  const { fields } = await world.services.people.profile(colleague, author.handle);
  return fields.find((field) => field.key === key)?.values.join('|') ?? '';
}
const tags = (text: string) =>
  [
    ...new Set(
      text
        .split(/[,;\n]/)
        .map(onOneLine)
        .filter(Boolean),
    ),
  ].join('|');

const FIELDS: Record<string, Write | [Write, kept: (text: string) => string]> = {
  post: async (text) => written(await post(text)),
  'post, edited': async (text) => {
    const entryId = await post();
    await talk().editEntry(author, parseInput(editSchema, { entryId, text }));
    return written(entryId);
  },
  comment: async (text) => {
    const input = parseInput(commentSchema, { entryId: await post(), text });
    return written((await talk().addComment(author, input)).id);
  },
  'reason of a report': async (reason) => {
    const entryId = await post();
    await talk().reportEntry(colleague, parseInput(reasonSchema, { entryId, reason }));
    return (await world.db.report.findFirstOrThrow({ where: { entryId } })).reason;
  },
  pin: async (text) => written(await pin('note', text)),
  'answer on a pinboard': async (text) => {
    const input = parseInput(answerInput, { questionId: await pin('question', 'Where?'), text });
    return written((await world.services.pinboard.answer(colleague, input)).id, colleague);
  },
  status: async (text) => written(await status({ text })),
  'blockers of a status': async (blockers) => (await particulars({ blockers })).blockers ?? '',
  'help wanted': async (helpWanted) => (await particulars({ helpWanted })).helpWanted ?? '',
  'status in another language': async (otherText) =>
    (await talk().history(author, await status({ otherText })))[0]?.other?.text ?? '',
  'question on a status': async (text) => {
    const { id } = await projects().askOnStatus(colleague, await status({}), { text });
    return written(id, colleague);
  },
  'name of a view of the portfolio': async (name) => {
    await world.db.portfolioView.deleteMany();
    await projects().saveView(author, { name, query: 'health=at_risk' });
    return (await projects().portfolioViews(author))[0]?.name;
  },
  'title of a notice': async (titleDe) => (await notice({ titleDe })).titleDe ?? '',
  'text of a notice': async (textEn) => (await notice({ textEn })).sourceEn ?? '',
  'given name of a colleague': async (givenName) => (await takeOn({ givenName })).givenName,
  'family name of a colleague': async (familyName) => (await takeOn({ familyName })).familyName,
  'room of a profile': [(text) => profile('room', text), onOneLine],
  'skills of a profile': [(text) => profile('skills', text), tags],
  'name of the company': async (companyName) => {
    const { shape } = companyFormSchema;
    const input = parseInput(z.object({ companyName: shape.companyName }), { companyName });
    await world.services.settings.change(admin, input);
    return (await world.services.settings.current()).companyName;
  },
  'works agreement': async (agreement) => {
    const form = { siteId, feature: 'presence', enabled: 'on', agreement, agreedOn: '2026-11-01' };
    await world.services.organisation.switchFeature(admin, parseInput(switchSchema, form));
    return (await world.db.featureSwitch.findFirstOrThrow({ where: { siteId } })).agreement ?? '';
  },
  'answer of a moderator': async (reason) => {
    const entryId = await post();
    await talk().hideEntry(moderator, { entryId, reason: 'Too sharp' });
    await talk().restoreEntry(moderator, parseInput(reasonSchema, { entryId, reason }));
    return (await world.db.moderationAct.findFirstOrThrow({ where: { entryId, act: 'restore' } })).reason;
  },
};

describe.each(Object.entries(FIELDS))('%s', (_name, field) => {
  test('is read as it was written, or refused at its field', async () => {
    const [write, kept] = Array.isArray(field) ? field : [field, undefined];
    expect(await faultsOf(write, kept)).toEqual([]);
  });
});
