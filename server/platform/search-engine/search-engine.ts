/**
 * What can be found. A post is anything written: posts, status updates, pins, comments, answers; a notice, a statutory one;
 * a question, one on a pinboard together with its answer.
 */
export type SearchKind = 'person' | 'post' | 'project' | 'notice' | 'question';

/** What people talk below. */
export type ThreadKind = 'post' | 'status' | 'pin';

export type SearchRef = { kind: SearchKind; id: string };

/** One thing as the engines know it. Texts are plain: no markup, mentions as `@[person:UUID]`. */
export type SearchDocument = SearchRef & {
  /** A name; empty for what has none. */
  title: string;
  body: string;
  /** Of a post: what its thread began as. */
  threadKind: ThreadKind | null;
  /** Who may read it; results are checked again by policy. */
  audienceId: string | null;
  /** Readable by every insider. */
  open: boolean;
  authorId: string | null;
  unitId: string | null;
  siteId: string | null;
  projectId: string | null;
  at: Date | null;
};

/** What the reader may see, as far as an engine can know. */
export type SearchReader = {
  /** Reads what is open. */
  insider: boolean;
  /** Audiences the reader is a member of, combinations included. */
  audienceIds: string[];
};

/** What narrows a search; a document without what is asked for does not match. */
export type SearchFilter = {
  threadKind?: ThreadKind;
  unitIds?: readonly string[];
  projectId?: string;
  authorId?: string;
  /** From this moment on. */
  since?: Date;
  /** Until just before this one. */
  before?: Date;
};

export type SearchOptions = {
  reader: SearchReader;
  kinds?: readonly SearchKind[];
  filter?: SearchFilter;
  limit: number;
  /** From an earlier page of the same query. */
  cursor?: string | null;
  /** Names and titles alone, for suggestions while typing. */
  titlesOnly?: boolean;
};

export type SearchHit = SearchRef & {
  /** Found by a word that is only near what was typed. */
  near: boolean;
};

export type SearchPage = { hits: SearchHit[]; next: string | null };

/**
 * Finds documents by words in any order, all of which must match: by their beginning, in either German
 * spelling (`suess`, `suss` and `Süß` are one), inflected, or mistyped by a letter from five letters on
 * (two from nine). Persons come before projects before all else where the title matches.
 */
export type SearchEngine = {
  /** Adds or replaces; resolves when the documents can be found. */
  index(documents: SearchDocument[]): Promise<void>;
  remove(refs: SearchRef[]): Promise<void>;
  /** Forgets everything, before a new start. */
  clear(): Promise<void>;
  search(query: string, options: SearchOptions): Promise<SearchPage>;
};
