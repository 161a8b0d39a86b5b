import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import { systemActor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

export type House = Awaited<ReturnType<typeof openHouse>>;

/** A company in which every form of ours can be sent by somebody who may: the people, and what the forms are about. */
export async function openHouse() {
  const world = await testWorld();
  const { build, services } = world;
  const { conversation, feed, organisation, projects } = services;
  const site = await build.site({ name: 'Hamburg' });
  const admin = await build.actor({ role: 'administrator' });
  const grants = [{ kind: 'post_to_everyone' as const }, { kind: 'must_read' as const }];
  const author = await build.actor({ givenName: 'Ada', familyName: 'Byron', grants });
  const colleague = await build.actor({ givenName: 'Jonas', familyName: 'Böttger' });
  const moderator = await build.actor({ grants: [{ kind: 'moderate' }] });
  const judge = await build.actor({ grants: [{ kind: 'moderate' }] });
  const council = await build.actor({
    grants: [{ kind: 'speak_for', scope: 'office', scopeId: site.id }],
  });

  const made = { name: 'Crane', leadId: author.personId, deputyId: colleague.personId };
  const { slug } = await projects.createProject(admin, made);
  const day = { nameEn: 'A', nameDe: 'A', targetOn: '2030-01-01' };
  const milestone = await projects.addMilestone(author, slug, day);
  const status = await projects.publishStatus(author, slug, { health: 'on_track', text: 'Words' });
  const question = await projects.askOnStatus(colleague, status.entryId, { text: 'When?' });

  const everyone = { text: 'Words', audienceId: EVERYONE_AUDIENCE_ID };
  const post = () => feed.publishPost(author, everyone).then(({ id }) => id);
  const inAWeek = new Date(world.clock.now().getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
  const later = { ...everyone, publishOn: inAWeek, publishAt: '08:00' };
  const waiting = () => feed.publishPost(author, later).then(({ id }) => id);
  const choices = { pollOption1: 'Yes', pollOption2: 'No', pollClosesOn: inAWeek };
  const poll = await feed.publishPost(author, { ...everyone, ...choices });
  const mustRead = await feed.publishPost(author, { ...everyone, mustRead: true });
  const hidden = await post();
  await conversation.hideEntry(moderator, { entryId: hidden, reason: 'Too sharp' });
  const pin = await services.pinboard.placePin(author, {
    ...{ ownerId: colleague.personId, kind: 'question', visibility: 'everyone', text: 'Where?' },
    publishedAt: world.clock.now(),
  });

  const told = {
    labelEn: 'Badge',
    labelDe: 'Ausweis',
    kind: 'line',
    visibility: 'everyone',
    widest: 'everyone',
  } as const;
  const field = await services.fields.add(admin, told);
  const chart = await organisation.createChart(systemActor, { kind: 'company', name: 'Company' });
  const seat = await organisation.createPosition(systemActor, { chartId: chart.id, title: 'Head' });
  const grant = await world.db.grant.findFirstOrThrow({ where: { personId: author.personId } });
  const sheet = 'source;external_id;given_name;family_name\nhr;1;Ada;Byron\n';
  const importId = await services.imports.start(admin, {
    fileName: 'people.csv',
    bytes: new TextEncoder().encode(sheet),
  });
  await world.settle();
  return {
    world,
    people: { admin, author, colleague, moderator, judge, council },
    ids: {
      siteId: site.id,
      slug,
      milestoneId: milestone.id,
      statusId: status.entryId,
      questionId: question.id,
      postId: await post(),
      pollId: poll.id,
      mustReadId: mustRead.id,
      waitingId: await waiting(),
      hiddenId: hidden,
      pinId: pin.id,
      chartId: chart.id,
      positionId: seat.id,
      fieldSlug: field.slug,
      grantId: grant.id,
      importId,
    },
    inAWeek,
    waiting,
    version: async () => (await organisation.seatToEdit(admin, seat.id)).version,
  };
}

export type { World };
