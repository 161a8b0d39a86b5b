import type { ShouldRevalidateFunctionArgs } from '@remix-run/react';

/** Reactions, comments and read marks answer for themselves; only a post of one's own changes the list. */
export function shouldRevalidate({
  formAction,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  if (formAction?.startsWith('/entries/') || formAction?.startsWith('/feed/')) return false;
  return defaultShouldRevalidate;
}
