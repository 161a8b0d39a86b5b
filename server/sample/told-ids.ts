import type { Clock } from '#server/platform/calendar/clock.ts';
import type { Ids } from '#server/platform/ids.ts';

/** Random numbers between 0 and 1 that are the same in every telling (mulberry32). */
export function toldRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** UUIDv7 (RFC 9562) from the story's clock and its random numbers: the same story gives the same ids. */
export function toldIds(clock: Clock, random: () => number): Ids {
  let count = 0;
  const hex = (bits: number) => Math.floor(random() * 2 ** bits);
  return {
    next() {
      count = (count + 1) % 4096;
      const time = clock.now().getTime().toString(16).padStart(12, '0');
      const tail = hex(24).toString(16).padStart(6, '0') + hex(24).toString(16).padStart(6, '0');
      const version = `7${count.toString(16).padStart(3, '0')}`;
      const variant = (0x8000 | hex(14)).toString(16);
      return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${tail}`;
    },
  };
}
