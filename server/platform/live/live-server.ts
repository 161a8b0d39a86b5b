import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Logger } from '#server/platform/log/log.ts';
import type { Live, LiveMessage, LiveRoom } from './live.ts';
import { createLiveCluster } from './live-cluster.ts';
import type { LiveGate, LivePerson } from './live-gate.ts';
import { LIVE_PATH } from './live-protocol.ts';
import { type LiveSocket, welcome } from './live-socket.ts';
import { createPresence } from './presence.ts';
import { createRecent } from './recent.ts';
import { isSameOrigin } from './same-origin.ts';
import { createSlices } from './slices.ts';

const REVALIDATE_MS = 60_000;
/** Room names a notice to other processes carries: 50 times 45 bytes stays well below its 8,000. */
const ROOMS_PER_NOTICE = 50;

export type LiveServer = Live & {
  /** Starts taking sockets on the web server. A process without one only sends. */
  open<P extends LivePerson>(http: HttpServer, gate: LiveGate<P>): void;
  /** Drops this process's sockets; leaves the web server alone. */
  close(): Promise<void>;
};

type Options = {
  log: Pick<Logger, 'error' | 'warn'>;
  appUrl: string;
  trustProxy: boolean;
  /** Where several processes share a database: its address. Null keeps everything in this process. */
  clusterUrl: string | null;
  revalidateMs?: number;
  presenceGraceMs?: number;
};

/** The live server: Socket.IO, WebSocket first, long polling where a network allows nothing else. */
export function createLiveServer(options: Options): LiveServer {
  const { log } = options;
  const slices = createSlices<string>();
  const recent = createRecent();
  const welcomed = new Map<string, LiveSocket>();
  const cluster = options.clusterUrl
    ? createLiveCluster({ databaseUrl: options.clusterUrl, log, onGap: () => setTimeout(resync, 1_000) })
    : null;
  const io = new Server({
    path: LIVE_PATH,
    serveClient: false,
    transports: ['websocket', 'polling'],
    // What a browser says is a room name; anything larger is not from our pages.
    maxHttpBufferSize: 10_000,
    perMessageDeflate: false,
    httpCompression: false,
    allowRequest: (request, decide) => decide(null, isSameOrigin(request, options)),
    ...(cluster ? { adapter: cluster.adapter } : {}),
  });
  const { adapter } = io.of('/');
  // A process without a web server has nobody to tell, but answers the others that nobody is here.
  let mayBeTold = async (_personId: string) => false;
  const presence = createPresence({
    io,
    clustered: cluster !== null,
    mayBeTold: (personId) => mayBeTold(personId),
    log,
    graceMs: options.presenceGraceMs,
  });
  let revalidation: NodeJS.Timeout | undefined;

  function deliver(room: LiveRoom | null, message: LiveMessage): void {
    if (room !== null) recent.add(room, message);
    const members = room === null ? adapter.sids : adapter.rooms.get(room);
    slices.add([...(members?.keys() ?? [])], (slice) => {
      // A socket that has left the room in the meantime no longer gets it.
      const still = slice.filter((id) => room === null || adapter.rooms.get(room)?.has(id));
      if (still.length > 0) io.local.to(still).emit('live', message);
    });
  }

  function resync(): void {
    deliver(null, { kind: 'live.resync' });
  }

  async function refreshHere(personId: string): Promise<void> {
    const ids = [...(adapter.rooms.get(`person:${personId}`) ?? [])];
    await Promise.all(ids.map((id) => welcomed.get(id)?.refresh()));
  }

  async function revalidate(gate: LiveGate): Promise<void> {
    const sessions = [...new Set([...welcomed.values()].map((socket) => socket.person.sessionId))];
    for (let from = 0; from < sessions.length; from += 1_000) {
      const part = sessions.slice(from, from + 1_000);
      const alive = await gate.liveSessions(part);
      for (const session of part) {
        if (!alive.has(session)) io.local.in(`session:${session}`).disconnectSockets(true);
      }
    }
  }

  function scheduleRevalidation(gate: LiveGate): void {
    revalidation = setTimeout(() => {
      revalidate(gate)
        .catch((error) => log.error({ err: error }, 'live sessions could not be checked'))
        .finally(() => scheduleRevalidation(gate));
    }, options.revalidateMs ?? REVALIDATE_MS).unref();
  }

  // From other processes.
  io.on('deliver', deliver);
  io.on('refresh', (personId: string) => void refreshHere(personId));

  return {
    open(http, gate) {
      io.use((socket, next) => {
        gate.authenticate(socket.handshake.headers.cookie).then(
          (person) => {
            socket.data.person = person;
            next(person ? undefined : new Error('unauthenticated'));
          },
          (error) => {
            log.error({ err: error }, 'live handshake failed');
            next(new Error('unavailable'));
          },
        );
      });
      mayBeTold = (personId) => gate.showsPresence(personId);
      io.on('connection', (socket) => {
        const { person } = socket.data;
        welcomed.set(socket.id, welcome(socket, person, gate, { log, recent, presence }));
        presence.arrived(person.personId);
        socket.on('disconnect', () => {
          welcomed.delete(socket.id);
          presence.left(person.personId);
        });
      });
      io.attach(http);
      scheduleRevalidation(gate as unknown as LiveGate);
    },
    emit(room, message) {
      deliver(room, message);
      if (cluster) io.serverSideEmit('deliver', room, message);
    },
    dropSession: (sessionId) => void io.in(`session:${sessionId}`).disconnectSockets(true),
    dropPerson: (personId) => void io.in(`person:${personId}`).disconnectSockets(true),
    moveRooms(personId, { join = [], leave = [] }) {
      const sockets = io.in(`person:${personId}`);
      for (const rooms of inParts(join)) sockets.socketsJoin(rooms);
      for (const rooms of inParts(leave)) sockets.socketsLeave(rooms);
    },
    refreshRooms(personId) {
      void refreshHere(personId);
      if (cluster) io.serverSideEmit('refresh', personId);
    },
    async close() {
      clearTimeout(revalidation);
      slices.clear();
      // Not io.close(): that would tell every process's sockets not to come back, and close the web server.
      io.engine?.close();
      await adapter.close();
      await cluster?.close();
    },
  };
}

function inParts(rooms: LiveRoom[]): LiveRoom[][] {
  const parts: LiveRoom[][] = [];
  for (let from = 0; from < rooms.length; from += ROOMS_PER_NOTICE)
    parts.push(rooms.slice(from, from + ROOMS_PER_NOTICE));
  return parts;
}
