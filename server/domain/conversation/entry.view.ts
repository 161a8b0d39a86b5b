import type { PollView } from '#server/domain/conversation/polls/poll.view.ts';
import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import type { EntryKind, Intent, Language } from '#server/platform/database/schema.ts';
import type { LinkPreview } from './link-preview.view.ts';
import type { SharedView } from './shared.queries.ts';

export type ReactionView = { emoji: string; count: number; mine: boolean };

/** What the reader may do with an entry, decided on the server. */
export type EntryAbilities = {
  edit: boolean;
  delete: boolean;
  comment: boolean;
  react: boolean;
  closeComments: boolean;
  /** Pass it on to another audience. */
  share: boolean;
  report: boolean;
  hide: boolean;
};

/** Why an entry shows no text: a moderator hid it. The reason stands with it. */
export type RemovalView = {
  reason: string;
  at: string;
  /** For the author: whether they may say that they do not agree, and what came of it. */
  contest?: { state: 'possible' } | { state: 'open' } | { state: 'upheld'; answer: string };
};

/**
 * A file that hangs on an entry; read at `/files/<id>`, a picture with `?w=` in one of its widths, and `&as=avif` where it is
 * kept as AVIF.
 */
export type FileView = {
  id: string;
  name: string;
  bytes: number;
  /** What a picture shows, for those who cannot see it. */
  alt: string;
  /** Whose picture it is. */
  credit: string;
  image: { width: number; height: number; blur: string; widths: number[]; avif: boolean } | null;
};

/** A post that the reader must read, or whose reading they may follow up. */
export type MustReadView = {
  dueAt: string;
  /** Whether the reader is among those who must. */
  mine: boolean;
  confirmedAt: string | null;
  /** The text has changed since the reader confirmed it. */
  changed: boolean;
  /** The reader may ask how far the reading is. */
  report?: true;
};

/** Something written, as the reader may see it. */
export type EntryView = {
  id: string;
  kind: EntryKind;
  threadId: string | null;
  author: PersonRef;
  /** The office it speaks as; "A on behalf of B" wherever it shows. */
  office: { slug: string; name: string } | null;
  /** The person it speaks for: "A on behalf of B" as well. */
  behalfOf?: PersonRef;
  intent: Intent;
  at: string;
  editedAt: string | null;
  /** The language of the body shown; differs from the reader's where no translation exists. */
  language: Language;
  /** Sanitised, mentions resolved. Empty where hidden from the reader. */
  html: string;
  /** The path of the first of our own pages that the text links to, until {@link previewLinks} has asked about it. */
  link?: string;
  /** That page in small, where the reader may see it. */
  preview?: LinkPreview;
  reactions: ReactionView[];
  commentCount: number;
  saved: boolean;
  /** What the reader hears of the thread; missing where they have settled nothing. */
  follow?: 'follows' | 'muted';
  /** Set where comments are closed. */
  closed?: { reason: string };
  poll?: PollView;
  /** The post that this one passes on; null for who may not read it. */
  shared?: SharedView | null;
  hidden: RemovalView | null;
  /** Missing where nothing is attached. */
  files?: FileView[];
  /** Missing where nobody must read it. */
  mustRead?: MustReadView;
  abilities: EntryAbilities;
};

/** The comments below an entry, oldest first; `earlier` is the number of older ones not in the list. */
export type ThreadView = {
  entry: EntryView;
  comments: EntryView[];
  earlier: number;
  /** Those before `comments` back to one that was asked for, oldest first. */
  older?: EntryView[];
};
