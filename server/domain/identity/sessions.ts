import { Lucia, TimeSpan } from 'lucia';
import type { Parts } from '#server/domain/parts.ts';
import type { SessionKind } from '#server/platform/database/schema.ts';
import type { ActorRow } from './actor.queries.ts';
import { createSessionAdapter } from './session-adapter.ts';
import { newToken } from './token.ts';

/** What the browser gets: the token for its cookie. `expiresAt` is null on shared terminals: gone with the window. */
export type OpenedSession = { token: string; kind: SessionKind; expiresAt: Date | null };

export type Sessions = {
  /** Opens a session under a token that nobody has seen before (OWASP: renew the id at sign-in). */
  open(accountId: string, kind: SessionKind, device: string): Promise<OpenedSession>;
  /** The row behind a token, or null. `renewed` carries the new end when the cookie has to be written again. */
  read(token: string): Promise<{ row: ActorRow; renewed: OpenedSession | null } | null>;
  /** Forgets the session of a token. */
  close(token: string): Promise<void>;
};

/** A token starts with its kind's letter, so that the right span is known before the database is asked. */
const LETTER = { personal: 'p', terminal: 't' } as const;

/** Was this token given out on a shared terminal? Says nothing about whether it is still good. */
export function isTerminalToken(token: string): boolean {
  return token.startsWith(LETTER.terminal);
}

/** Below this many milliseconds since the last sliding, a terminal's request writes nothing. */
const TERMINAL_STEP_MS = 5_000;

/**
 * Sessions, as Lucia keeps them; the only file that knows Lucia besides its adapter. Personal ones last
 * `SESSION_DAYS` and slide at half time; shared terminals end `SESSION_TERMINAL_SECONDS` after the last request.
 */
export function createSessions(parts: Pick<Parts, 'db' | 'clock' | 'config'>): Sessions {
  const adapter = createSessionAdapter(parts);
  const { days, terminalSeconds } = parts.config.session;
  const options = { getUserAttributes: ({ row }: { row: ActorRow }) => ({ row }) };
  const lucia = {
    personal: new Lucia(adapter, { ...options, sessionExpiresIn: new TimeSpan(days, 'd') }),
    terminal: new Lucia(adapter, { ...options, sessionExpiresIn: new TimeSpan(terminalSeconds, 's') }),
  };
  const end = (kind: SessionKind) => {
    const seconds = kind === 'personal' ? days * 86_400 : terminalSeconds;
    return new Date(parts.clock.now().getTime() + seconds * 1000);
  };

  async function slideTerminal(token: string, row: ActorRow): Promise<void> {
    const left = row.expiresAt.getTime() - parts.clock.now().getTime();
    if (terminalSeconds * 1000 - left < TERMINAL_STEP_MS) return;
    await adapter.updateSessionExpiration(token, new Date(Date.now() + terminalSeconds * 1000));
  }

  return {
    async open(accountId, kind, device) {
      const token = `${LETTER[kind]}${newToken()}`;
      await lucia[kind].createSession(accountId, { kind, device }, { sessionId: token });
      return { token, kind, expiresAt: kind === 'personal' ? end(kind) : null };
    },
    async read(token) {
      const kind: SessionKind = isTerminalToken(token) ? 'terminal' : 'personal';
      const { session, user } = await lucia[kind].validateSession(token);
      if (!session || user.row.kind !== kind) return null;
      if (kind === 'terminal') await slideTerminal(token, user.row);
      const renewed = kind === 'personal' && session.fresh ? { token, kind, expiresAt: end(kind) } : null;
      return { row: user.row, renewed };
    },
    async close(token) {
      await lucia.personal.invalidateSession(token);
    },
  };
}
