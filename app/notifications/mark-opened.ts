import type { Actor, FlurfunkContext } from '#app/shell/load-context.ts';

/** Call from the loader of a page that shows an entry with its thread: what was told about it is read now. */
export async function markOpened(
  context: FlurfunkContext,
  actor: Actor,
  request: Request,
  entryId: string,
): Promise<void> {
  if (!isAhead(request)) await context.services.notifications.opened(actor, entryId);
}

/** The same for the page of what waits for its hour. */
export async function markScheduledOpened(
  context: FlurfunkContext,
  actor: Actor,
  request: Request,
): Promise<void> {
  if (!isAhead(request)) await context.services.notifications.openedScheduled(actor);
}

/** A page that the browser fetches ahead has not been opened. */
function isAhead(request: Request): boolean {
  const purpose = request.headers.get('Sec-Purpose') ?? request.headers.get('Purpose') ?? '';
  return purpose.includes('prefetch');
}
