import { Prisma } from '#server/platform/database/schema.ts';

/** SQL: the {@link QuestionFacts} of question `q` as JSON; null where the pin is none. */
export const questionFactsJson = Prisma.sql`CASE WHEN q.entry_id IS NULL THEN NULL ELSE json_build_object(
  'state', q.state, 'answererId', q.answerer_id, 'accepted', q.accepted_at IS NOT NULL, 'proposedToId', q.proposed_to_id,
  'answeredById', (SELECT answered.author_id FROM entry answered WHERE answered.id = q.answer_id AND answered.state = 'published')) END`;
