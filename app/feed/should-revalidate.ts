import type { ShouldRevalidateFunctionArgs } from '@remix-run/react';

/** Reactions, comments and read marks answer for themselves; only a post of one's own changes the list. */
export function shouldRevalidate({
  formAction,
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  if (formAction?.startsWith('/entries/') || formAction?.startsWith('/feed/')) return false;
  // With single fetch the default is always yes, even after a refusal: without a connection that loses the page.
  if (actionStatus !== undefined && actionStatus >= 400) return false;
  return defaultShouldRevalidate;
}
