import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { closeQuestion } from './close-question.ts';
import type { StatusQuestionInput } from './question.schema.ts';

/**
 * Answers a question on a status, also one that was declined or has expired. Throws not_found, forbidden (also when it
 * is answered already), invalid.
 */
export function answerOnStatus(
  parts: Parts,
  actor: Actor,
  questionId: string,
  input: StatusQuestionInput,
): Promise<{ id: string }> {
  return closeQuestion(parts, actor, questionId, 'answered', input);
}
