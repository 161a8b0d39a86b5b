import { createContext, useContext } from 'react';

/** The company's reactions, as the frame brings them; around every page of somebody who is signed in. */
export const ReactionChoices = createContext<string[]>([]);

/** The company's reactions, the usual one first. */
export function useReactionChoices(): string[] {
  return useContext(ReactionChoices);
}
