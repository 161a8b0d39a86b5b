import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { noticeSchema } from '#server/domain/statutory/notice.schema.ts';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { ALL, answers, INSIDERS, NONE, OPERATIONS } from '#tests/setup/roles.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { pagePreviews } from './previews.queries.ts';

// Of everything that a text can link to: who is shown a preview. Whoever may not open the page must not learn that it is there.
let world: World;
let team: Team;
const paths: Record<string, string> = {};

beforeAll(async () => {
  world = await testWorld();
  team = await buildTeam(world);
  await buildPages();
});
afterAll(() => world.drop());

const sees = async (actor: Actor, path: string) => (await pagePreviews(world.parts, actor, [path])).has(path);
const byRole = (path: string) =>
  answers(
    (actor) => sees(actor, path),
    (role) =>
      ({
        administrator: team.admin,
        people_operations: team.operations,
        employee: team.ronja,
        reader: team.reader,
        external: team.external,
      })[role],
  );

async function buildPages(): Promise<void> {
  const { feed, conversation, projects, statutory, pinboard } = world.services;
  const post = async (text: string) =>
    (await feed.publishPost(team.admin, { text, audienceId: EVERYONE_AUDIENCE_ID })).id;
  paths.post = `/posts/${await post('For all')}`;
  const gone = await post('Gone');
  await conversation.deleteEntry(team.admin, gone);
  paths.deletedPost = `/posts/${gone}`;
  const hidden = await post('Hidden');
  await conversation.hideEntry(await world.build.actor({ role: 'administrator' }), {
    entryId: hidden,
    reason: 'Rude',
  });
  paths.hiddenPost = `/posts/${hidden}`;
  const { id: comment } = await conversation.addComment(team.jonas, {
    entryId: await post('Talk'),
    text: 'And?',
  });
  paths.comment = `/posts/${comment}`;
  const later = new Date(world.clock.now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
  const waiting = await feed.publishPost(team.admin, {
    text: 'Later',
    audienceId: EVERYONE_AUDIENCE_ID,
    publishOn: later,
    publishAt: '09:00',
  });
  paths.waitingPost = `/posts/${waiting.id}`;
  await world.build.join(team.mara.personId, team.unit.audienceId);
  const { id: inUnit } = await feed.publishPost(team.mara, {
    text: 'For us',
    audienceId: team.unit.audienceId,
  });
  paths.unitPost = `/posts/${inUnit}`;

  for (const visibility of ['open', 'members'] as const) {
    const project = { name: `Atlas ${visibility}`, leadId: team.mara.personId, visibility };
    const { slug } = await projects.createProject(team.admin, project as never);
    const status = { health: 'on_track', text: 'On our way' } as never;
    const { entryId: id } = await projects.publishStatus(team.mara, slug, status);
    paths[`${visibility}Project`] = `/projects/${slug}`;
    paths[`${visibility}Status`] = `/projects/${slug}/status/${id}`;
    paths[`${visibility}StatusAsPost`] = `/posts/${id}`;
  }
  paths.wrongProject = paths.openStatus?.replace('atlas-open', 'atlas-members') ?? '';

  paths.person = `/people/${team.jonas.handle}`;
  const erased = await world.build.actor({ givenName: 'Erased' });
  await world.db.person.update({
    where: { id: erased.personId },
    data: { erasedAt: new Date(), displayName: '' },
  });
  paths.erased = `/people/${erased.handle}`;
  const withheld = await world.build.actor({ nameWithheld: true });
  paths.withheld = `/people/${withheld.handle}`;

  for (const visibility of ['everyone', 'unit', 'two'] as const) {
    const pin = { ownerId: team.mara.personId, kind: 'note', visibility, text: 'Look' } as const;
    const { id } = await pinboard.placePin(team.jonas, pin);
    paths[`${visibility}Pin`] = `/people/${team.mara.handle}/pins/${id}`;
  }
  paths.wrongBoard = paths.everyonePin?.replace(team.mara.handle, team.aylin.handle) ?? '';
  const { id: outOfSight } = await pinboard.placePin(team.jonas, {
    ownerId: team.mara.personId,
    kind: 'note',
    visibility: 'everyone',
    text: 'Old',
  });
  await pinboard.hide(team.mara, outOfSight);
  paths.hiddenPin = `/people/${team.mara.handle}/pins/${outOfSight}`;

  const hang = async (validFrom: string) => {
    const notice = noticeSchema.parse({ titleDe: 'Wahl', textDe: 'Im März.', validFrom });
    return `/notices/${(await statutory.hang(team.operations, notice)).id}`;
  };
  paths.notice = await hang('2026-01-01');
  paths.noticeToCome = await hang('2099-01-01');
  paths.nobody = '/posts/01900000-0000-7000-8000-0000000000aa';
  paths.noProject = '/projects/never';
}

describe('administrator, people operations, employee, reader, external, visitor', () => {
  test.each<[page: string, expected: boolean[]]>([
    ['post', INSIDERS],
    ['unitPost', NONE],
    ['deletedPost', NONE],
    ['hiddenPost', NONE],
    ['waitingPost', NONE],
    ['comment', NONE],
    ['openProject', INSIDERS],
    ['membersProject', NONE],
    ['openStatus', INSIDERS],
    ['openStatusAsPost', INSIDERS],
    ['membersStatus', NONE],
    ['membersStatusAsPost', NONE],
    ['wrongProject', NONE],
    ['person', INSIDERS],
    ['erased', NONE],
    ['withheld', NONE],
    ['everyonePin', INSIDERS],
    ['unitPin', NONE],
    ['twoPin', NONE],
    ['wrongBoard', NONE],
    ['hiddenPin', NONE],
    ['notice', ALL],
    ['noticeToCome', OPERATIONS],
    ['nobody', NONE],
    ['noProject', NONE],
  ])('%s', async (page, expected) => {
    expect(paths[page]).toMatch(/^\//);
    expect(await byRole(paths[page] ?? '')).toEqual(expected);
  });
});

/** Whether the page itself opens, asked as its loader asks. */
async function opens(actor: Actor, path: string): Promise<boolean> {
  const { conversation, projects, people, pinboard, statutory } = world.services;
  const [, room, name = '', , id = ''] = path.split('/');
  const asks: Record<string, () => Promise<unknown>> = {
    posts: async () => {
      const { entry } = await conversation.thread(actor, name);
      if (entry.kind === 'status') await projects.status(actor, slugOf(path), name);
    },
    projects: async () => {
      if (!id) return projects.projectPage(actor, name);
      await conversation.thread(actor, id);
      return projects.status(actor, name, id);
    },
    people: async () => {
      await people.profile(actor, name);
      if (id) await pinboard.pin(actor, id);
    },
    notices: () => statutory.notice(actor, name),
  };
  const ask = asks[room ?? ''];
  if (!ask) throw new Error(`nobody knows how to open ${path}`);
  return ask().then(
    () => true,
    () => false,
  );
}

const slugOf = (path: string) => (path === paths.openStatusAsPost ? 'atlas-open' : 'atlas-members');

test('nobody is shown in small what does not open for them', async () => {
  const readers = [
    team.admin,
    team.operations,
    team.mara,
    team.jonas,
    team.leyla,
    team.reader,
    team.external,
  ];
  for (const path of Object.values(paths))
    for (const actor of readers)
      if (await sees(actor, path)) expect([path, await opens(actor, path)]).toEqual([path, true]);
});

describe('a part in it opens the preview', () => {
  test('of what is for a unit, to who is in it', async () => {
    await world.build.join(team.jonas.personId, team.unit.audienceId);
    expect(await sees(team.jonas, paths.unitPost ?? '')).toBe(true);
  });

  test('of a project for its members, and its statuses, to them alone', async () => {
    for (const path of [paths.membersProject, paths.membersStatus, paths.membersStatusAsPost]) {
      expect(await sees(team.mara, path ?? '')).toBe(true);
      expect(await sees(team.jonas, path ?? '')).toBe(false);
    }
  });

  test('of a pin for the two, to the two; of a pin for the unit, to the unit', async () => {
    for (const [actor, two, unit] of [
      [team.mara, true, true],
      [team.jonas, true, true],
      [team.aylin, false, true],
      [team.leyla, false, false],
    ] as const)
      expect([await sees(actor, paths.twoPin ?? ''), await sees(actor, paths.unitPin ?? '')]).toEqual([
        two,
        unit,
      ]);
  });

  test('of a colleague, to an external who shares a project with them; of nobody else', async () => {
    const partner = await world.build.actor({ role: 'external' });
    await world.build.join(partner.personId, team.other.audienceId);
    await world.build.join(team.ronja.personId, team.other.audienceId);
    expect(await sees(partner, `/people/${team.ronja.handle}`)).toBe(true);
    expect(await sees(partner, `/people/${partner.handle}`)).toBe(true);
    expect(await sees(partner, paths.person ?? '')).toBe(false);
  });
});

test('what was hidden or deleted has no preview for its author and the owner of the board either', async () => {
  for (const path of [paths.hiddenPost, paths.deletedPost, paths.waitingPost])
    expect(await sees(team.admin, path ?? '')).toBe(false);
  for (const actor of [team.mara, team.jonas]) expect(await sees(actor, paths.hiddenPin ?? '')).toBe(false);
});
