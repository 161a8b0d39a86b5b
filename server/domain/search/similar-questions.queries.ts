import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { SharedAnswer } from '#server/domain/pinboard/shared-answer.view.ts';
import { sharedAnswers } from '#server/domain/pinboard/shared-answers.queries.ts';
import type { SearchEngines } from '#server/platform/search-engine/engines.ts';
import { searchReader } from './reader.queries.ts';

const SHOWN = 3;
/** Fewer letters say too little of a question. */
const LEAST_LETTERS = 8;

/**
 * Answered questions like the one that the actor is writing: what both shared with all, and what hangs on boards where
 * the actor may read it. Always asked of PostgreSQL: a second engine looks for documents with all of the words. What
 * was typed is kept nowhere.
 */
export async function similarQuestions(
  { db }: Pick<Parts, 'db'>,
  engines: SearchEngines,
  actor: Actor,
  text: string,
): Promise<SharedAnswer[]> {
  const typed = text.replaceAll('\0', '').trim().slice(0, 500);
  if (typed.length < LEAST_LETTERS) return [];
  const reader = await searchReader(db, actor);
  const ids = await engines.postgres.similarQuestions(typed, { reader, limit: SHOWN * 2 });
  const answers = await sharedAnswers(db, actor, ids);
  return ids.flatMap((id) => answers.get(id) ?? []).slice(0, SHOWN);
}
