import type { Socket } from 'socket.io-client';

import type { MessageOf, ScreenMessage } from '#server/domain/live-message.ts';

export type LiveKind = ScreenMessage['kind'];
/** What the server sends: a kind, ids and counts, never a text. */
export type LiveMessage<K extends LiveKind> = MessageOf<K>;

export type LiveStatus = 'idle' | 'online' | 'offline';

type Listener = (message: ScreenMessage) => void;

const listeners = new Map<string, Set<Listener>>();
const rooms = new Map<string, number>();
const catchUps = new Set<() => void>();
const watchers = new Set<() => void>();

let socket: Socket | undefined;
let starting = false;
let status: LiveStatus = 'idle';
let wasConnected = false;

/** Connects once; the client library is fetched only now, after the page has become idle. */
export async function startLive(onSignedOut: () => void): Promise<void> {
  if (socket || starting) return;
  starting = true;
  const { io } = await import('socket.io-client');
  starting = false;
  socket = io({
    // WebSocket first; long polling where a network lets nothing else through.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    // How old this page is: what was sent since then is sent again, once.
    auth: (send) => send({ pageAge: wasConnected ? 0 : Math.round(performance.now()) }),
    reconnectionDelayMax: 20_000,
    randomizationFactor: 0.7,
  });
  socket.on('connect', () => {
    for (const room of rooms.keys()) socket?.emit('join', room);
    setStatus('online');
    // What was sent while we were away is not sent again: whoever shows a list asks for it.
    if (wasConnected) for (const catchUp of catchUps) catchUp();
    wasConnected = true;
  });
  socket.on('disconnect', (reason) => {
    setStatus('offline');
    if (reason === 'io server disconnect') onSignedOut();
  });
  socket.on('connect_error', ({ message }) => {
    setStatus('offline');
    if (message !== 'unauthenticated') return;
    stopLive();
    onSignedOut();
  });
  socket.on('live', (message: ScreenMessage) => {
    // The server itself has missed something from its neighbours.
    if (message.kind === 'live.resync') for (const catchUp of catchUps) catchUp();
    for (const listener of listeners.get(message.kind) ?? []) listener(message);
  });
}

export function stopLive(): void {
  socket?.disconnect();
  socket = undefined;
  wasConnected = false;
  setStatus('idle');
}

export function onLive<K extends LiveKind>(kind: K, listener: (message: LiveMessage<K>) => void): () => void {
  const known = listeners.get(kind) ?? new Set();
  listeners.set(kind, known.add(listener as Listener));
  return () => known.delete(listener as Listener);
}

/** Asks for a room, such as `thread:<id>`; the server decides by policy. Counted, so that two lists may share one. */
export function joinRoom(room: string): () => void {
  const count = rooms.get(room) ?? 0;
  rooms.set(room, count + 1);
  if (count === 0 && socket?.connected) socket.emit('join', room);
  return () => {
    const left = (rooms.get(room) ?? 1) - 1;
    if (left > 0) {
      rooms.set(room, left);
      return;
    }
    rooms.delete(room);
    if (socket?.connected) socket.emit('leave', room);
  };
}

export function onCatchUp(catchUp: () => void): () => void {
  catchUps.add(catchUp);
  return () => catchUps.delete(catchUp);
}

export function watchStatus(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function readStatus(): LiveStatus {
  return status;
}

function setStatus(next: LiveStatus): void {
  if (status === next) return;
  status = next;
  // For style sheets and tests: whether this page hears what happens.
  document.documentElement.dataset.live = next;
  for (const watcher of watchers) watcher();
}
