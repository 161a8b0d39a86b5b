import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import type { Form } from './forms.ts';
import type { House } from './house.ts';

const ENTRY = 'conversation/entry.route.ts';
const BOARD = 'pinboard/board-data.route.ts';
const MODERATION = 'admin/moderation.route.tsx';
const SCHEDULED = 'feed/scheduled.route.tsx';

/** The forms of the feed, of conversations, pinboards, moderation and statutory notices. */
export function talkForms(house: House): Form[] {
  return [...feedForms(house), ...entryForms(house), ...boardForms(house), ...moderatorsForms(house)];
}

function feedForms({ ids, inAWeek, waiting }: House): Form[] {
  const audienceId = EVERYONE_AUDIENCE_ID;
  const as = 'author';
  const words = { text: 'Words', otherText: 'Worte', audienceId, attachments: '' };
  return [
    {
      file: 'feed/feed.route.tsx',
      intent: '',
      as,
      fields: { text: 'Words', audienceId, pollOption1: 'Yes', pollOption2: 'No', pollClosesOn: inAWeek },
    },
    {
      file: 'feed/share.route.ts',
      intent: '',
      as,
      params: { id: ids.postId },
      keepsItself: true,
      fields: { text: 'Words', audienceId },
    },
    { file: SCHEDULED, intent: 'change-scheduled', as, fields: { ...words, entryId: ids.waitingId } },
    {
      file: SCHEDULED,
      intent: 'publish-scheduled',
      as,
      fields: async () => ({ ...words, entryId: await waiting() }),
    },
    {
      file: 'statutory/new-notice.route.tsx',
      intent: '',
      as: 'council',
      fields: {
        siteId: ids.siteId,
        titleDe: 'Titel',
        textDe: 'Text',
        titleEn: 'T',
        textEn: 'T',
        validFrom: '2026-01-01',
      },
    },
    { file: 'feed/feed-read.route.ts', intent: '', as, fields: { upTo: '2026-01-01T00:00:00Z' } },
  ];
}

function entryForms({ ids, world }: House): Form[] {
  const entry = (intent: string, as: Form['as'], fields: Form['fields'], entryId = ids.postId): Form => ({
    ...{ file: ENTRY, intent, as, fields, params: { entryId } },
  });
  const reason = { reason: 'Words' };
  const hide = (entryId: string, state: 'hidden' | 'published') =>
    world.db.entry.update({ where: { id: entryId }, data: { state } });
  return [
    entry('comment', 'colleague', { text: 'Words' }),
    entry('edit', 'author', { text: 'Words', otherText: 'Worte' }),
    entry('react', 'colleague', { emoji: '👍' }),
    { ...entry('report', 'colleague', reason), before: () => world.db.report.deleteMany() },
    { ...entry('hide', 'moderator', reason), before: () => hide(ids.postId, 'published') },
    { ...entry('restore', 'moderator', reason), before: () => hide(ids.postId, 'hidden') },
    { ...entry('contest', 'author', reason, ids.hiddenId), before: () => world.db.contest.deleteMany() },
    entry('close', 'author', reason),
  ];
}

function boardForms({ ids, world, people }: House): Form[] {
  const ownerId = people.colleague.personId;
  const board = (intent: string, as: Form['as'], fields: Form['fields']): Form => ({
    ...{ file: BOARD, intent, as, fields, params: { ownerId } },
  });
  const open = () =>
    world.db.question.update({
      where: { entryId: ids.pinId },
      data: { state: 'open', answerId: null, answererId: ownerId },
    });
  // Only so many an hour: those before were placed long ago.
  const longAgo = () =>
    world.db.entry.updateMany({ where: { kind: 'pin' }, data: { publishedAt: new Date('2020-01-01') } });
  return [
    {
      ...board('place', 'author', { ownerId, kind: 'note', visibility: 'everyone', text: 'Words' }),
      before: longAgo,
    },
    { ...board('answer', 'colleague', { entryId: ids.pinId, text: 'Words' }), before: open },
    { ...board('forward', 'colleague', { entryId: ids.pinId, to: `@${people.judge.handle}` }), before: open },
  ];
}

function moderatorsForms({ ids, world, people }: House): Form[] {
  const { db } = world;
  const { postId: entryId } = ids;
  const moderate = (intent: string, fields: Form['fields'], before?: Form['before']): Form => ({
    ...{ file: MODERATION, intent, as: 'judge', fields },
    ...(before && { before }),
  });
  const reported = async () => {
    await db.report.deleteMany();
    const report = {
      id: world.parts.ids.next(),
      entryId,
      reporterId: people.colleague.personId,
      reason: 'Words',
    };
    await db.entry.update({ where: { id: entryId }, data: { state: 'published' } });
    await db.report.create({ data: report });
  };
  const { conversation } = world.services;
  const contested = async () => {
    await db.entry.update({ where: { id: entryId }, data: { state: 'published' } });
    await conversation.hideEntry(people.moderator, { entryId, reason: 'Too sharp' });
    await conversation.contestHiding(people.author, { entryId, reason: 'Words' });
  };
  const reason = 'Words';
  return [
    moderate('suspend', { handle: people.council.handle, days: '2', reason }, () =>
      db.suspension.deleteMany(),
    ),
    moderate('hide', { entryId, reason }, reported),
    moderate('dismiss', { entryId, reason }, reported),
    moderate('uphold', { entryId, reason }, contested),
    moderate('grant', { entryId, reason }, contested),
  ];
}
