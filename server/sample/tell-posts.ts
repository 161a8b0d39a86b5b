import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import type { AttachmentInput } from '#server/domain/files/attachments.schema.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { drawPicture } from './draw-pictures.ts';
import { COMPANY_POSTS } from './posts/company-posts.ts';
import { NOTICES } from './posts/notices.ts';
import { PINS } from './posts/pins.ts';
import type { ToldFile, ToldPin, ToldPost, ToldTime } from './posts/post.types.ts';
import { SITE_POSTS } from './posts/site-posts.ts';
import { UNIT_POSTS } from './posts/unit-posts.ts';
import { WAITING_POST } from './posts/waiting-post.ts';
import { happens, named, type Story } from './story.ts';
import { bodies } from './tell-projects.ts';
import { tellComments, tellReactions } from './tell-replies.ts';
import { tellClosing, tellShare, tellVotes, toldPoll } from './tell-threads.ts';
import { peopleOf, unitOf } from './told-groups.ts';

const MINUTE_MS = 60_000;

/** Posts and pins of the last five weeks, as moments. */
export function tellPosts(story: Story): void {
  for (const post of [...COMPANY_POSTS, ...SITE_POSTS, ...UNIT_POSTS]) tellPost(story, post);
  for (const pin of PINS) tellPin(story, pin);
  tellWaiting(story);
  for (const notice of NOTICES) tellNotice(story, notice);
}

function tellNotice(story: Story, { who, site, since, title, text }: (typeof NOTICES)[number]): void {
  const day = story.days.workdaysAgo(since);
  happens(story, story.days.at(day, '09:00'), async () => {
    await story.services.statutory.hang(named(story.people, who), {
      siteId: site ? named(story.sites, site).id : '',
      titleDe: title.de,
      textDe: story.days.fill(text.de, 'de'),
      titleEn: title.en,
      textEn: story.days.fill(text.en, 'en'),
      validFrom: day,
      validUntil: '',
    });
  });
}

/** One that waits for its hour: its author finds it at /scheduled. */
function tellWaiting(story: Story): void {
  const { who, to, text, at } = WAITING_POST;
  const author = named(story.people, who);
  happens(story, story.days.minutesAgo(1), async () => {
    await story.services.feed.publishPost(author, {
      audienceId: audienceOf(story, to),
      publishOn: story.days.workday(3),
      publishAt: at,
      ...bodies(story, text, author.language),
    });
  });
}

function timeOf(story: Story, when: ToldTime): Date {
  if ('minutesAgo' in when) return story.days.minutesAgo(when.minutesAgo);
  return story.days.at(story.days.workdaysAgo(when[0]), when[1]);
}

function audienceOf(story: Story, to: string): string {
  if (to === 'everyone') return EVERYONE_AUDIENCE_ID;
  const place = story.sites.get(to) ?? story.units.get(to) ?? story.projects.get(to);
  if (!place) throw new Error(`the sample company knows no audience "${to}"`);
  return place.audienceId;
}

function tellPost(story: Story, post: ToldPost): void {
  const at = timeOf(story, post.when);
  const author = named(story.people, post.who);
  happens(story, at, async () => {
    const attachments = await tellFiles(story, author, post.files ?? []);
    const { id } = await story.services.feed.publishPost(author, {
      attachments,
      audienceId: audienceOf(story, post.to),
      publishedAt: at,
      ...bodies(story, post.text, author.language),
      ...(post.mustRead && { mustRead: true }),
      ...(post.as && { voice: `office:${named(story.offices, post.as).id}` }),
      ...(post.intent && { intent: post.intent }),
      ...(post.poll && toldPoll(story, post.poll)),
    });
    tellVotes(story, id, at, post);
    tellShare(story, id, at, post);
    const comments = tellComments(story, id, at, post.comments ?? []);
    tellReactions(story, id, at, post.reactions ?? [], peopleOf(story, post.to));
    moderate(story, post, comments);
    if (post.mustRead) tellReading(story, id, at, post.mustRead.confirmed);
    // What is added while telling is told in the order in which it was added: after the comments.
    tellClosing(story, id, author, post, at);
  });
}

/** Some of those who must have read it and said so; Ronja has not yet. */
function tellReading(story: Story, entryId: string, at: Date, count: number): void {
  const readers = [...story.people.entries()].filter(([name]) => name !== 'Ronja Weiß').slice(0, count);
  readers.forEach(([, reader], index) => {
    const when = new Date(Math.min(at.getTime() + (index + 1) * MINUTE_MS, story.days.start.getTime()));
    happens(story, when, async () => {
      const must = { entryId, personId: reader.personId };
      if ((await story.tx.readingConfirmation.count({ where: must })) > 0)
        await story.services.mustRead.confirm(reader, entryId);
    });
  });
}

/** What hangs on a post, uploaded before it as anybody would. */
async function tellFiles(
  story: Story,
  author: Actor,
  files: readonly ToldFile[],
): Promise<AttachmentInput[]> {
  const told: AttachmentInput[] = [];
  for (const file of files) {
    const bytes = 'draw' in file ? await drawPicture(file.draw) : Buffer.from(file.text);
    const { id } = await story.services.files.store(author, { name: file.name, bytes });
    const words = 'draw' in file ? { alt: file.alt, credit: file.credit ?? '' } : { alt: '', credit: '' };
    told.push({ id, ...words, consent: false });
  }
  return told;
}

/** One comment was hidden, with its reason; another one waits for a moderator. */
function moderate(story: Story, post: ToldPost, comments: { at: Date; id: () => string }[]): void {
  const { conversation } = story.services;
  const { hidden, reported } = post;
  const later = (at: Date, minutes: number) =>
    new Date(Math.min(at.getTime() + minutes * MINUTE_MS, story.days.start.getTime()));
  if (hidden) {
    const comment = comments[hidden.comment];
    if (!comment) throw new Error('the hidden comment is missing');
    happens(story, later(comment.at, 6), () =>
      conversation.reportEntry(named(story.people, hidden.reportedBy), {
        entryId: comment.id(),
        reason: hidden.report,
      }),
    );
    happens(story, later(comment.at, 19), () =>
      conversation.hideEntry(named(story.people, hidden.by), {
        entryId: comment.id(),
        reason: hidden.reason,
      }),
    );
    const { contested } = hidden;
    const writer = post.comments?.[hidden.comment]?.[0];
    if (contested && writer)
      happens(story, later(comment.at, 75), () =>
        conversation.contestHiding(named(story.people, writer), {
          entryId: comment.id(),
          reason: contested,
        }),
      );
  }
  if (reported) {
    const comment = comments[reported.comment];
    if (!comment) throw new Error('the reported comment is missing');
    happens(story, later(comment.at, 10), () =>
      conversation.reportEntry(named(story.people, reported.by), {
        entryId: comment.id(),
        reason: reported.report,
      }),
    );
  }
}

function tellPin(story: Story, pin: ToldPin): void {
  const at = timeOf(story, pin.when);
  const author = named(story.people, pin.from);
  const owner = named(story.people, pin.to);
  const { pinboard } = story.services;
  happens(story, at, async () => {
    const { id } = await pinboard.placePin(author, {
      ownerId: owner.personId,
      kind: pin.kind,
      visibility: pin.visibility ?? 'everyone',
      text: pin.text,
      language: languageOf(pin.text),
      publishedAt: at,
    });
    const readers = pin.visibility === 'unit' ? unitOf(pin.to) : 'everyone';
    tellReactions(story, id, at, pin.reactions ?? [], peopleOf(story, readers));
    const { answer } = pin;
    if (answer) {
      const answered = new Date(at.getTime() + answer.afterMinutes * MINUTE_MS);
      const answerer = answer.who ? named(story.people, answer.who) : owner;
      happens(story, answered, async () => {
        await pinboard.answer(answerer, {
          entryId: id,
          text: answer.text,
          language: languageOf(answer.text),
          publishedAt: answered,
        });
      });
    }
    if (pin.declinedAfterMinutes) {
      const declined = new Date(at.getTime() + pin.declinedAfterMinutes * MINUTE_MS);
      happens(story, declined, () => pinboard.decline(owner, id));
    }
  });
}

/** Pins are told in one language each; the little words give it away. */
export function languageOf(text: string): 'en' | 'de' {
  return /\b(the|you|your|is|and|does|which|for|do we|here|deal|what)\b/i.test(text) &&
    !/\b(der|die|das|und|ich|wir|ist)\b/i.test(text)
    ? 'en'
    : 'de';
}
