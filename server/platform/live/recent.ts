import type { LiveMessage, LiveRoom } from './live.ts';

/** How long a message is kept for pages that were read before it and are listening only now, in milliseconds. */
export const KEEP_MS = 15_000;
const MOST = 1_000;

type Kept = { room: LiveRoom; message: LiveMessage; at: number };

/**
 * The last messages of the last seconds. Between reading a page and hearing what happens on it lies a gap (scripts
 * load, the socket opens, a room is joined): what was sent in it is sent again. Screens take a message twice without harm.
 */
export function createRecent(now: () => number = Date.now) {
  let kept: Kept[] = [];
  return {
    add(room: LiveRoom, message: LiveMessage): void {
      const at = now();
      kept.push({ room, message, at });
      if (kept.length > MOST) kept = kept.slice(-MOST / 2);
    },
    /** What these rooms were sent in the last `ms`, oldest first. */
    of(rooms: ReadonlySet<string>, ms: number): LiveMessage[] {
      const from = now() - Math.min(ms, KEEP_MS);
      return kept.filter(({ room, at }) => at >= from && rooms.has(room)).map(({ message }) => message);
    },
  };
}

export type Recent = ReturnType<typeof createRecent>;
