import type { Actor } from '#server/domain/identity/actor.ts';
import { allowedAnywhere } from '#server/domain/organisation/sites/site-features.queries.ts';
import type { Parts } from '#server/domain/parts.ts';
import { createSearchEngines } from '#server/platform/search-engine/engines.ts';
import { createMeilisearchEngine } from '#server/platform/search-engine/meilisearch-engine.ts';
import { reindex } from './reindex.ts';
import { registerSearchListeners } from './search.listeners.ts';
import { searchEverything } from './search.queries.ts';
import type { SearchInput } from './search.schema.ts';
import { similarQuestions } from './similar-questions.queries.ts';
import { suggest, suggestPeople } from './suggest.queries.ts';

/** Finds people, posts, projects, statutory notices and answered questions; never one that the actor may not open. */
export function createSearchService(
  parts: Pick<Parts, 'config' | 'log' | 'db' | 'clock' | 'events' | 'jobs'>,
) {
  const { db, log, config } = parts;
  const second = config.meilisearch ? createMeilisearchEngine(config.meilisearch) : null;
  const engines = createSearchEngines({ db, log, second });
  return {
    search: (actor: Actor, input: SearchInput) => searchEverything(parts, engines, actor, input),
    /** Whether posts of others can be asked for by their author at all: a site's works agreement allows it. */
    searchesByAuthor: () => allowedAnywhere(db, 'search_by_author'),
    suggest: (actor: Actor, query: string) => suggest(parts, engines, actor, query),
    suggestPeople: (actor: Actor, query: string, audienceId?: string) =>
      suggestPeople(parts, engines, actor, query, audienceId),
    similarQuestions: (actor: Actor, text: string) => similarQuestions(parts, engines, actor, text),
    /** Builds the index anew; for the command. */
    reindex: (progress?: (done: number) => void) => reindex(parts, engines, progress),
    /**
     * For readiness: rejects unless PostgreSQL's index answers. A second engine that is away is no reason to send
     * people elsewhere, as PostgreSQL searches meanwhile.
     */
    isWorking: () => db.searchDocument.findFirst({ select: { subjectId: true } }),
    registerListeners: () => registerSearchListeners(parts, engines),
  };
}
