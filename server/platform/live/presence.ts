import type { Server } from 'socket.io';
import type { Logger } from '#server/platform/log/log.ts';

/** A reload, or a walk to another page, is no leaving. */
const GRACE_MS = 10_000;

/** Whether somebody has a page open, told to those who look at them now. It is kept nowhere: not stored, not logged. */
export type Presence = {
  /** A socket of theirs has opened. */
  arrived(personId: string): void;
  /** A socket of theirs has closed. */
  left(personId: string): void;
  isHere(personId: string): Promise<boolean>;
};

type Options = {
  io: Server;
  /** Others may hold sockets of the same person. */
  clustered: boolean;
  /** Whether it may be told of this person at all, as things stand now. */
  mayBeTold(personId: string): Promise<boolean>;
  log: Pick<Logger, 'error'>;
  graceMs?: number;
};

/** Presence over all processes. Who looks at whom is decided when they join `presence:<person>`. */
export function createPresence({ io, clustered, mayBeTold, log, graceMs = GRACE_MS }: Options): Presence {
  const { rooms } = io.of('/').adapter;
  const socketsHere = (personId: string) => rooms.get(`person:${personId}`)?.size ?? 0;

  async function isHere(personId: string): Promise<boolean> {
    if (socketsHere(personId) > 0) return true;
    if (!clustered) return false;
    // A process that does not answer in time holds nobody, as far as anybody can tell.
    const answers = await io
      .serverSideEmitWithAck('is-here', personId)
      .catch((error: { responses?: boolean[] }) => error.responses ?? []);
    return answers.some(Boolean);
  }

  async function tell(personId: string): Promise<void> {
    const room = `presence:${personId}`;
    if (!rooms.has(room) || !(await mayBeTold(personId))) return;
    io.local.to(room).emit('live', { kind: 'presence', personId, here: await isHere(personId) });
  }

  function changed(personId: string): void {
    tellHere(personId);
    if (clustered) io.serverSideEmit('presence', personId);
  }

  function tellHere(personId: string): void {
    tell(personId).catch((error) => log.error({ err: error }, 'presence could not be told'));
  }

  // From other processes.
  io.on('presence', tellHere);
  io.on('is-here', (personId: string, answer: (here: boolean) => void) => answer(socketsHere(personId) > 0));

  return {
    isHere,
    arrived(personId) {
      if (socketsHere(personId) === 1) changed(personId);
    },
    left(personId) {
      if (socketsHere(personId) > 0) return;
      setTimeout(() => {
        if (socketsHere(personId) === 0) changed(personId);
      }, graceMs).unref();
    },
  };
}
