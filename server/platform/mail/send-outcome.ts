/**
 * What a failed hand-over means: `again` where nothing was accepted and another try may succeed, `refused` where the
 * server will not take it, `unknown` where the connection ended before the server's word. Only `again` may be repeated
 * by whoever must not send twice (RFC 5321 sections 4.2.1 and 4.5.3.2.6).
 */
export function sendOutcome(error: unknown): 'again' | 'refused' | 'unknown' {
  const { code, syscall, responseCode, message } = error as Partial<NodeMailError>;
  // The server does not let us in, or nobody is there: the mail was not even offered.
  if (code === 'EAUTH' || code === 'EDNS' || syscall === 'connect' || syscall === 'getaddrinfo')
    return 'again';
  if (message === 'Connection timeout' || message === 'Greeting never received') return 'again';
  // No mail server at all: a file in the outbox that could not be written.
  if (syscall === 'open' || syscall === 'mkdir' || syscall === 'write') return 'again';
  if (!responseCode) return 'unknown';
  return responseCode >= 500 ? 'refused' : 'again';
}

type NodeMailError = { code: string; syscall: string; responseCode: number; message: string };
