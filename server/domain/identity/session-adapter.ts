import type { Adapter, DatabaseSession, Lucia } from 'lucia';
import type { Parts } from '#server/domain/parts.ts';
import type { SessionKind } from '#server/platform/database/schema.ts';
import { type ActorRow, readActorRow } from './actor.queries.ts';
import { hashToken } from './token.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, { row: ActorRow }>;
    UserId: string;
    DatabaseSessionAttributes: { kind: SessionKind; device: string };
    DatabaseUserAttributes: { row: ActorRow };
  }
}

/**
 * Lucia's seven methods on our tables. What Lucia calls a session id is the token of the cookie; the database
 * keeps its SHA-256 alone. Lucia reads the system clock; the dates are moved to our injected one and back.
 */
export function createSessionAdapter(parts: Pick<Parts, 'db' | 'clock'>): Adapter {
  const { db, clock } = parts;
  const shift = () => clock.now().getTime() - Date.now();
  const toOurs = (date: Date) => new Date(date.getTime() + shift());
  const toLucias = (date: Date) => new Date(date.getTime() - shift());

  return {
    async getSessionAndUser(token) {
      const row = await readActorRow(parts, hashToken(token));
      if (!row) return [null, null];
      const session: DatabaseSession = {
        id: token,
        userId: row.accountId,
        expiresAt: toLucias(row.expiresAt),
        attributes: { kind: row.kind, device: '' },
      };
      return [session, { id: row.accountId, attributes: { row } }];
    },
    async getUserSessions(accountId) {
      const rows = await db.session.findMany({ where: { accountId } });
      return rows.map((row) => ({
        id: row.id,
        userId: row.accountId,
        expiresAt: toLucias(row.expiresAt),
        attributes: { kind: row.kind, device: row.device },
      }));
    },
    async setSession(session) {
      await db.session.create({
        data: {
          id: hashToken(session.id),
          accountId: session.userId,
          kind: session.attributes.kind,
          device: session.attributes.device,
          createdAt: clock.now(),
          expiresAt: toOurs(session.expiresAt),
        },
      });
    },
    async updateSessionExpiration(token, expiresAt) {
      await db.session.updateMany({
        where: { id: hashToken(token) },
        data: { expiresAt: toOurs(expiresAt) },
      });
    },
    async deleteSession(token) {
      await db.session.deleteMany({ where: { id: hashToken(token) } });
    },
    async deleteUserSessions(accountId) {
      await db.session.deleteMany({ where: { accountId } });
    },
    async deleteExpiredSessions() {
      await db.session.deleteMany({ where: { expiresAt: { lte: clock.now() } } });
    },
  };
}
