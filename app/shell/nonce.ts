import { createContext, useContext } from 'react';

const NonceContext = createContext<string | undefined>(undefined);

/** Given by entry.server alone: a browser hides nonces, and loader data would show them to every script. */
export const NonceProvider = NonceContext.Provider;

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
