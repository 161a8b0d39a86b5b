import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { closeQuestion } from './close-question.ts';
import type { StatusQuestionInput } from './question.schema.ts';

/**
 * Says that a question on a status will not be answered, and why: who reads the status reads the reason. Throws
 * not_found, forbidden (also when it is no longer open), invalid (no reason).
 */
export function declineOnStatus(
  parts: Parts,
  actor: Actor,
  questionId: string,
  input: StatusQuestionInput,
): Promise<{ id: string }> {
  return closeQuestion(parts, actor, questionId, 'declined', input);
}
