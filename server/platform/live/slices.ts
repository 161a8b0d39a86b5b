/** Sockets reached before the loop is given back; 200 deliveries cost about 5 ms. */
const SLICE = 200;

type Round<T> = { targets: T[]; next: number; send: (slice: T[]) => void };

/**
 * Sends to many in slices, one slice a turn of the event loop, so that a message to 5,000 sockets never holds
 * the loop for longer than 25 ms. Rounds run one after the other: whoever gets two messages gets them in order.
 */
export function createSlices<T>(slice = SLICE) {
  const rounds: Round<T>[] = [];
  let scheduled = false;

  function turn(): void {
    scheduled = false;
    const round = rounds[0];
    if (!round) return;
    const part = round.targets.slice(round.next, round.next + slice);
    round.next += slice;
    if (round.next >= round.targets.length) rounds.shift();
    try {
      round.send(part);
    } finally {
      schedule();
    }
  }

  function schedule(): void {
    if (scheduled || rounds.length === 0) return;
    scheduled = true;
    setImmediate(turn);
  }

  return {
    /** Calls `send` with all `targets`, some at a time, after what was given before. */
    add(targets: T[], send: (slice: T[]) => void): void {
      if (targets.length === 0) return;
      rounds.push({ targets, next: 0, send });
      schedule();
    },
    /** Forgets what was not sent yet. */
    clear(): void {
      rounds.length = 0;
    },
  };
}
