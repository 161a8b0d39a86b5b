import type { Actor } from '#server/domain/identity/actor.ts';
import { sharedAnswers } from '#server/domain/pinboard/shared-answers.queries.ts';
import type { Database } from '#server/platform/database/client.ts';
import type { QuestionResult } from './search.view.ts';
import { mark, snippet } from './snippet.ts';

/** Answered questions among the hits, each read anew by the policy of the pinboard. */
export async function questionResults(
  db: Database,
  actor: Actor,
  ids: string[],
  query: string,
): Promise<Map<string, QuestionResult>> {
  const answers = await sharedAnswers(db, actor, ids);
  return new Map(
    [...answers.values()].map((found): [string, QuestionResult] => [
      found.id,
      {
        kind: 'question',
        id: found.id,
        asker: found.asker,
        answerer: found.answerer,
        at: found.at,
        to: found.to,
        question: mark(found.question.text, query),
        answer: snippet(found.answer.text, query),
      },
    ]),
  );
}
