import type { Actor, FlurfunkContext } from '#app/shell/load-context.ts';

/** Call from the loader of a page that shows an entry with its thread: what was told about it is read now. */
export async function markOpened(
  context: FlurfunkContext,
  actor: Actor,
  request: Request,
  entryId: string,
): Promise<void> {
  // A page that the browser fetches ahead has not been opened.
  const ahead = request.headers.get('Sec-Purpose') ?? request.headers.get('Purpose') ?? '';
  if (!ahead.includes('prefetch')) await context.services.notifications.opened(actor, entryId);
}
