import type { Settings } from 'meilisearch';
import type { SearchDocument, SearchFilter, SearchOptions, SearchRef } from './search-engine.ts';
import { foldedWords, type Term } from './terms.ts';

/** Languages of the company's texts, for Meilisearch's tokenizer (it takes compounds apart). */
const LOCALES = ['deu', 'eng'] as const;

export type MeilisearchDocument = Omit<SearchDocument, 'id' | 'at'> & {
  id: string;
  subjectId: string;
  /** As PostgreSQL has them: Meilisearch folds ü to u, but knows neither ue nor ß. */
  titleFolded: string;
  bodyFolded: string;
  /** People before projects before all else. */
  rank: number;
  /** Seconds. */
  at: number;
};

const RANK = { person: 3, project: 2, post: 1, notice: 1, question: 1 } as const;

/** How the index is set up. */
export const INDEX_SETTINGS: Settings = {
  searchableAttributes: ['title', 'titleFolded', 'body', 'bodyFolded'],
  filterableAttributes: [
    'kind',
    'threadKind',
    'audienceId',
    'open',
    'authorId',
    'unitId',
    'siteId',
    'projectId',
    'at',
  ],
  sortableAttributes: ['at'],
  displayedAttributes: ['id', 'kind', 'subjectId'],
  rankingRules: ['words', 'typo', 'attribute', 'rank:desc', 'proximity', 'exactness', 'sort', 'at:desc'],
  localizedAttributes: [{ attributePatterns: ['title', 'body'], locales: [...LOCALES] }],
  // Numbers are rooms, dates, part numbers: near is wrong.
  typoTolerance: { disableOnNumbers: true },
};

export function documentId({ kind, id }: SearchRef): string {
  return `${kind}_${id}`;
}

export function toMeilisearch(document: SearchDocument): MeilisearchDocument {
  const { id, at, ...rest } = document;
  const body = rest.body
    .replaceAll('\0', '')
    .replace(/@\[person:[0-9a-f-]{36}\]/g, ' ')
    .slice(0, 100_000);
  return {
    ...rest,
    body,
    id: documentId(document),
    subjectId: id,
    titleFolded: foldedWords(rest.title),
    bodyFolded: foldedWords(body),
    rank: RANK[document.kind],
    at: at ? seconds(at) : 0,
  };
}

const seconds = (moment: Date) => Math.floor(moment.getTime() / 1000);

/** The reader's filter, set on the server with every query: what is open, what is theirs, of what was asked for. */
export function filterFor({ reader, kinds, filter = {} }: SearchOptions): string[][] {
  const open = reader.insider ? 'open = true' : '(open = true AND kind IN [person, notice])';
  const visible = [open];
  if (reader.audienceIds.length > 0) visible.push(`audienceId IN [${reader.audienceIds.join(', ')}]`);
  const ofKind = kinds ? [[`kind IN [${kinds.join(', ')}]`]] : [];
  return [visible, ...ofKind, ...narrowed(filter).map((condition) => [condition])];
}

function narrowed({ threadKind, unitIds, projectId, authorId, since, before }: SearchFilter): string[] {
  return [
    ...(threadKind ? [`threadKind = ${threadKind}`] : []),
    ...(unitIds ? [`unitId IN [${unitIds.join(', ')}]`] : []),
    ...(projectId ? [`projectId = ${projectId}`] : []),
    ...(authorId ? [`authorId = ${authorId}`] : []),
    ...(since ? [`at >= ${seconds(since)}`] : []),
    // What has no time of its own has 0.
    ...(before ? [`at 1 TO ${seconds(before) - 1}`] : []),
  ];
}

/** The question in the spelling of the folded fields, and as typed where that differs. */
export function questionsFor(terms: Term[]): { q: string; locales?: ('deu' | 'eng')[] }[] {
  const folded = terms.map((term) => term.forms[0] ?? term.raw).join(' ');
  const typed = terms.map((term) => term.raw).join(' ');
  const asTyped = { q: typed, locales: [...LOCALES] };
  return folded === typed ? [asTyped] : [{ q: folded }, asTyped];
}
