import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { VapidKeys } from './vapid-keys.ts';

/** Where push reaches somebody, and what their browser needs to take it. */
export type PushState = {
  /** The key that a browser binds its subscription to; null where push cannot be had. */
  key: string | null;
  devices: { id: string; device: string; since: string; here: boolean }[];
};

/** The actor's devices that take push. None on a shared terminal, nor in a house that lets nothing out. */
export async function pushStateOf(
  { db, config }: Pick<Parts, 'db' | 'config'>,
  keys: () => Promise<VapidKeys>,
  actor: Actor,
): Promise<PushState> {
  if (config.pushHosts.length === 0 || actor.terminal) return { key: null, devices: [] };
  const [{ publicKey }, rows] = await Promise.all([
    keys(),
    db.pushSubscription.findMany({
      where: { personId: actor.personId },
      include: { session: { select: { device: true } } },
      orderBy: { createdAt: 'asc' },
    }),
  ]);
  const devices = rows.map(({ id, session, createdAt, sessionId }) => ({
    id,
    device: session.device,
    since: createdAt.toISOString(),
    here: sessionId === actor.sessionId,
  }));
  return { key: publicKey, devices };
}
