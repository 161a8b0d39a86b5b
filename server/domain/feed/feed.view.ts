import type { EntryView, FileView } from '#server/domain/conversation/entry.view.ts';
import type { Obstacle } from '#server/domain/feed/scheduling/obstacle.ts';
import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import type { StatusWords } from '#server/domain/projects/status-words.ts';
import type {
  AudienceKind,
  FeedKind,
  Health,
  Language,
  PinKind,
  QuestionState,
} from '#server/platform/database/schema.ts';

/** To whom something is addressed, as the reader sees it. `name` is empty for everyone and for the two. */
export type AudienceLabel = { id: string; kind: AudienceKind; name: string; slug: string | null };

export type StatusDetails = StatusWords & {
  project: { slug: string; name: string };
  health: Health;
  targetOn: string | null;
  previousTargetOn: string | null;
  originalTargetOn: string | null;
  nextMilestone: { name: string; on: string } | null;
  /** The last eight healths up to this update, oldest first. */
  trail: Health[];
};

export type PinDetails = {
  owner: PersonRef;
  kind: PinKind;
  /** `dueAt` is null once it has passed, except for those who wait and who answer. */
  question: { state: QuestionState; dueAt: string | null; answerer: PersonRef } | null;
};

export type JoinerDetails = { person: PersonRef; title: string | null; site: string | null };

/** One item of the feed, ready to show. */
export type FeedItemView = {
  id: string;
  kind: FeedKind;
  at: string;
  /** Not read yet; null for what one wrote oneself, and in lists of what one looks up. */
  unread: boolean | null;
  where: AudienceLabel;
  /** Why it stands above what is newer; only in the list of those, and on its own page. */
  onTop?: { by: PersonRef; until: string };
  /** The reader may pin it on top, or take it off. */
  mayPutOnTop?: true;
  /** To whoever may take it off: it stands on top, also where a list shows it in its own place and does not say why. */
  standsOnTop?: true;
  entry: EntryView | null;
  status: StatusDetails | null;
  pin: PinDetails | null;
  joiner: JoinerDetails | null;
  /** The last two comments, oldest first. */
  comments: EntryView[];
};

/** One page; `next` is the cursor of the following one, null at the visible end. */
export type FeedPageView = { items: FeedItemView[]; next: string | null };

/** The feed as it opens; `top` stands above its first page. */
export type FeedFrontView = { top: FeedItemView[]; feed: FeedPageView };

/** An audience that the reader may post to. */
export type AudienceChoice = AudienceLabel & {
  isDefault: boolean;
  /** The actor may demand that it reads a post. */
  mayRequire?: true;
};

/** A file of what has not come out yet: with all that its owner said of it, to be changed. */
export type AttachedFile = FileView & { consent: boolean };

/** A post of the reader's own that has not come out. */
export type ScheduledView = {
  id: string;
  /** Its hour came, and they lacked a right for it. */
  held: boolean;
  /** Of what is held: what they may not do now either; null where nothing stands in its way any more. */
  obstacle: Obstacle | null;
  /** When it comes out, or was to. */
  at: string;
  where: AudienceLabel;
  /** Whom it speaks for, but its author. */
  voice: string | null;
  language: Language;
  /** As typed. */
  text: string;
  otherText: string | null;
  files: AttachedFile[];
  poll: boolean;
  mustRead: boolean;
};

/** The right rail: what waits for the reader, and what happens around them. */
export type RailView = {
  questions: { id: string; to: string; asker: PersonRef; dueAt: string; late: boolean }[];
  statusesDue: { slug: string; name: string; dueOn: string }[];
  joiners: { person: PersonRef; on: string; site: string | null }[];
  away: { person: PersonRef; until: string; deputy: PersonRef | null }[];
  /** Of those who agreed to it. */
  anniversaries: { person: PersonRef; years: number; on: string }[];
};
