import { createContext, useContext } from 'react';
import type { PlainAnswer } from './edit-desk.ts';

/** What a form was answered that was sent without script. */
export const PlainAnswerContext = createContext<PlainAnswer | null>(null);

/** The answer to this very form: the same edit of the same things, whatever version of the seat it was made for. */
export function usePlainAnswer(edit: string, hidden: Record<string, string>): PlainAnswer | null {
  const answer = useContext(PlainAnswerContext);
  const same = Object.entries(hidden).every(
    ([name, value]) => name === 'version' || answer?.values[name] === value,
  );
  return answer?.edit === edit && same ? answer : null;
}

/** Whether one of these edits was answered, whose forms then stand open. */
export function useAnswered(edits: readonly string[]): boolean {
  const answer = useContext(PlainAnswerContext);
  return answer !== null && edits.includes(answer.edit);
}
