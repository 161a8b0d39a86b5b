import { useEffect, useState } from 'react';
import type { SharedAnswer } from '#server/domain/pinboard/shared-answer.view.ts';
import type { SimilarAnswer } from './similar-questions.route.ts';

/** Nobody is interrupted in the middle of a word. */
const PAUSE_MS = 400;
/** Less says too little of a question; the server counts as well. */
const LEAST_LETTERS = 8;
const NONE: SharedAnswer[] = [];

/** Answered questions like the one being written, asked for when whoever writes pauses; only the last text counts. */
export function useSimilarQuestions(typed: string): SharedAnswer[] {
  const [answers, setAnswers] = useState(NONE);
  const text = typed.trim();
  useEffect(() => {
    if (text.length < LEAST_LETTERS) {
      setAnswers(NONE);
      return undefined;
    }
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const address = `/questions/similar?${new URLSearchParams({ q: text })}`;
        const response = await fetch(address, { signal: controller.signal });
        if (response.ok) setAnswers(((await response.json()) as SimilarAnswer).answers);
      } catch {
        // An offer, no more: the question can be asked without it.
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text]);
  return answers;
}
