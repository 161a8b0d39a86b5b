import type { Socket } from 'socket.io';
import type { Logger } from '#server/platform/log/log.ts';
import type { LiveRoom } from './live.ts';
import type { LiveGate, LivePerson } from './live-gate.ts';
import { MAX_ASKED_ROOMS } from './live-protocol.ts';
import type { Presence } from './presence.ts';
import type { Recent } from './recent.ts';

const ASKABLE =
  /^(thread|board|project|chart|presence):[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Questions a socket may put in ten seconds: far above anybody who clicks, far below a loop. */
const ASKS_PER_WINDOW = 100;
const WINDOW_MS = 10_000;
/** Between reading a thread or board and joining its room: what it was sent in this time is sent again. */
const JOIN_GAP_MS = 3_000;

/** The rooms one socket was let into by the policies, and those it asked for. */
export type LiveSocket = {
  person: LivePerson;
  /** Asks the policies again about every room it is in; drops the socket when its session is over. */
  refresh(): Promise<void>;
};

/** Lets a socket that has been authenticated into its rooms and answers what it asks for. */
export function welcome<P extends LivePerson>(
  socket: Socket,
  person: P,
  gate: LiveGate<P>,
  { log, recent, presence }: { log: Pick<Logger, 'error'>; recent: Recent; presence: Presence },
): LiveSocket {
  let current = person;
  let given = new Set<LiveRoom>();
  const asked = new Set<LiveRoom>();
  let asks = 0;
  const window = setInterval(() => {
    asks = 0;
  }, WINDOW_MS).unref();
  // One change at a time, so that a slow answer never brings back what a later one took away.
  let queue: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    queue = queue.then(async () => {
      if (socket.disconnected) return;
      try {
        await work();
      } catch (error) {
        // Not knowing what somebody may hear means: nothing. The browser connects again.
        log.error({ err: error }, 'live socket dropped');
        socket.conn.close();
      }
    });
    return queue;
  };

  async function takeRooms(): Promise<void> {
    const rooms = new Set(await gate.roomsOf(current));
    for (const room of given) if (!rooms.has(room)) socket.leave(room);
    socket.join([...rooms]);
    given = rooms;
  }

  function sendAgain(rooms: LiveRoom[], ms: number): void {
    for (const message of recent.of(new Set(rooms), ms)) socket.emit('live', message);
  }

  async function tellPresence(personId: string): Promise<void> {
    socket.emit('live', { kind: 'presence', personId, here: await presence.isHere(personId) });
  }

  // These two first: whatever ends the session from here on reaches the socket.
  socket.join([`person:${person.personId}`, `session:${person.sessionId}`]);
  void inTurn(async () => {
    const alive = await gate.liveSessions([person.sessionId]);
    if (!alive.has(person.sessionId)) return void socket.disconnect(true);
    await takeRooms();
    socket.emit('ready');
    sendAgain([`person:${person.personId}`, ...given], pageAge(socket));
  });

  socket.on('join', (room: unknown, done: unknown) => {
    const answer = typeof done === 'function' ? (done as (ok: boolean) => void) : () => {};
    asks += 1;
    if (asks > ASKS_PER_WINDOW || typeof room !== 'string' || !ASKABLE.test(room)) return answer(false);
    const wanted = room as LiveRoom;
    void inTurn(async () => {
      const room = asked.size < MAX_ASKED_ROOMS || asked.has(wanted);
      const ok = room && (await gate.mayJoin(current, wanted));
      if (ok) {
        asked.add(wanted);
        await socket.join(wanted);
        sendAgain([wanted], JOIN_GAP_MS);
        if (wanted.startsWith('presence:')) await tellPresence(wanted.slice('presence:'.length));
      }
      answer(ok);
    });
  });
  socket.on('leave', (room: unknown) => {
    void inTurn(async () => {
      if (asked.delete(room as LiveRoom)) await socket.leave(room as LiveRoom);
    });
  });
  socket.on('disconnect', () => clearInterval(window));

  return {
    person,
    refresh: () =>
      inTurn(async () => {
        const now = await gate.authenticate(socket.handshake.headers.cookie);
        if (!now || now.sessionId !== person.sessionId) return void socket.disconnect(true);
        current = now;
        await takeRooms();
        for (const room of asked) {
          if (await gate.mayJoin(current, room)) continue;
          asked.delete(room);
          await socket.leave(room);
        }
      }),
  };
}

/** How long ago the page that connects was read, in milliseconds, as it says itself; 0 where it says nothing. */
function pageAge(socket: Socket): number {
  const age: unknown = socket.handshake.auth.pageAge;
  return typeof age === 'number' && age > 0 ? age : 0;
}
