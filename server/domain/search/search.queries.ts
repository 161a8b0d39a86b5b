import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { SearchEngines } from '#server/platform/search-engine/engines.ts';
import type { SearchKind } from '#server/platform/search-engine/search-engine.ts';
import { searchReader } from './reader.queries.ts';
import { toResults } from './results.queries.ts';
import type { SearchInput } from './search.schema.ts';
import type { SearchResults } from './search.view.ts';
import { searchFilter } from './search-filter.queries.ts';
import { isSearchable } from './snippet.ts';

export const RESULTS_A_PAGE = 20;
/** Pages asked for, at most, to fill one where policy has taken hits away. */
const ROUNDS = 4;

/**
 * A page of what the query finds for the actor: people, projects, posts and notices in one ranked list, or one kind;
 * narrowed as the input says.
 * @throws AppError invalid (author)
 */
export async function searchEverything(
  parts: Pick<Parts, 'db' | 'clock'>,
  engines: SearchEngines,
  actor: Actor,
  input: SearchInput,
): Promise<SearchResults> {
  const page: SearchResults = { results: [], next: input.cursor, near: false };
  if (!isSearchable(input.q)) return { ...page, next: null };
  const [reader, filter] = await Promise.all([
    searchReader(parts.db, actor),
    searchFilter(parts, actor, input),
  ]);
  const kinds = kindsFor(input.kind);
  const today = dayIn(actor.timeZone, parts.clock.now());
  for (let round = 0; round < ROUNDS && (round === 0 || page.next); round += 1) {
    const found = await engines.search(input.q, {
      reader,
      limit: RESULTS_A_PAGE - page.results.length,
      cursor: page.next,
      filter,
      ...(kinds && { kinds }),
    });
    page.near ||= found.hits.length > 0 && found.hits.every((hit) => hit.near) && page.results.length === 0;
    page.results.push(...(await toResults(parts.db, actor, found.hits, input.q, today)));
    page.next = found.next;
    if (page.results.length >= RESULTS_A_PAGE) break;
  }
  return page;
}

/** Statuses and pins are posts to the engines, told apart by how their thread began. */
function kindsFor(kind: SearchInput['kind']): SearchKind[] | null {
  if (kind === null) return null;
  return [kind === 'status' || kind === 'pin' ? 'post' : kind];
}
