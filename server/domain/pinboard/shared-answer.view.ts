import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import type { Language } from '#server/platform/database/schema.ts';

/** A text as it is shown: sanitised, mentions resolved; and without signs, for places where it is quoted. */
export type Words = { html: string; text: string; language: Language };

/** An answered question, as a colleague who may wonder the same finds it. */
export type SharedAnswer = {
  /** The question's. */
  id: string;
  asker: PersonRef;
  answerer: PersonRef;
  question: Words;
  answer: Words;
  /** When it was answered. */
  at: string;
  /** The reader asked or answered it. */
  mine: boolean;
  /** By consent of both; otherwise the reader knows it from the board it hangs on. */
  shared: boolean;
  /** Where it hangs, for those who may read it there. */
  pin: string | null;
  /** There, or on a page of its own. */
  to: string;
};

export type SharedAnswerPage = { answers: SharedAnswer[]; next: string | null };
