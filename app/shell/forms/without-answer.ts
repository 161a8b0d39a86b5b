import type { ClientActionFunctionArgs } from '@remix-run/react';

/** What a form's page gets when no answer came: its form says so, and everything typed stays where it is. */
const NOT_SENT = { errors: { form: ['error.notSentText'] }, values: {} };

const listeners = new Set<() => void>();

/** Hears that something could not be sent, where no form shows it. */
export function onNotSent(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * `export { sayAtForm as clientAction }` of a page whose form shows `errors.form`: where the network is gone, the page
 * stays instead of giving way to the error page.
 */
export async function sayAtForm({ request, serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction();
  } catch (error) {
    if (!isLost(error) || request.signal.aborted) throw error;
    return Response.json(NOT_SENT, { status: 503 });
  }
}

/** `export { sayInPassing as clientAction }` of a page with buttons or many forms: as above, told at the foot of the page. */
export async function sayInPassing(args: ClientActionFunctionArgs) {
  const answer = await sayAtForm(args);
  if (answer instanceof Response && answer.status === 503) for (const listener of listeners) listener();
  return answer;
}

// The server's own refusals are no Errors. A TypeError is fetch() without an answer; any other is an answer that
// somebody between the server and here made up.
function isLost(error: unknown): boolean {
  return error instanceof Error && error.name !== 'AbortError';
}
