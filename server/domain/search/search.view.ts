import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import type { NoticeView } from '#server/domain/statutory/notice.view.ts';
import type { EntryKind, Health, Lifecycle } from '#server/platform/database/schema.ts';
import type { Segment } from './snippet.ts';

export type PersonResult = {
  kind: 'person';
  person: PersonRef;
  name: Segment[];
  title: string | null;
  unit: string | null;
  site: string | null;
  /** What else of the profile was meant: skills, what to ask about. */
  found: Segment[][];
};

export type ProjectResult = {
  kind: 'project';
  id: string;
  slug: string;
  name: Segment[];
  health: Health | null;
  lifecycle: Lifecycle;
  lead: PersonRef | null;
  snippet: Segment[];
};

export type PostResult = {
  kind: 'post';
  id: string;
  entryKind: EntryKind;
  author: PersonRef;
  office: string | null;
  /** Whom it speaks for. */
  behalfOf?: PersonRef;
  at: string;
  /** The address of the very thing. */
  to: string;
  /** The project a status is about, the owner of the board a pin stands on. */
  project: string | null;
  owner: PersonRef | null;
  snippet: Segment[];
};

/** A statutory notice; one that hangs no more says so. */
export type NoticeResult = Pick<
  NoticeView,
  'id' | 'language' | 'site' | 'validFrom' | 'lastDay' | 'state'
> & {
  kind: 'notice';
  title: Segment[];
  snippet: Segment[];
};

/** What was asked and answered on a pinboard. */
export type QuestionResult = {
  kind: 'question';
  id: string;
  asker: PersonRef;
  answerer: PersonRef;
  at: string;
  to: string;
  question: Segment[];
  answer: Segment[];
};

export type SearchResult = PersonResult | ProjectResult | PostResult | NoticeResult | QuestionResult;

export type SearchResults = {
  results: SearchResult[];
  next: string | null;
  /** Nothing matched as typed; what is shown is near to it. */
  near: boolean;
};

/** A few of each, for the palette; the page's shape of it is `app/shell/palette/suggest.ts`. */
export type Suggestions = {
  people: { personId: string; handle: string; name: string; detail: string; photoUrl: string | null }[];
  posts: { id: string; title: string; detail: string; to: string }[];
  projects: { slug: string; name: string; detail: string; health: Health | null }[];
  notices: { id: string; title: string; detail: string }[];
  questions: { id: string; title: string; detail: string; to: string }[];
};

/** Somebody who can be mentioned. */
export type PersonSuggestion = {
  personId: string;
  handle: string;
  name: string;
  detail: string;
  photoUrl: string | null;
};
