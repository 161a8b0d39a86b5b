import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What `socket-clients.ts` is told, and what it says. */
export type Order =
  | { do: 'open'; port: number; cookies: string[]; sockets: number }
  | { do: 'listen'; sockets: number };
export type Answer = { opened: true } | { listening: true } | { heardAt: number[] } | { failed: string };

const PATIENCE_MS = 120_000;

export type Crowd = {
  /** Opens more signed-in sockets and waits until all are in their rooms. */
  grow(sockets: number): Promise<void>;
  /** Milliseconds from the call of `act` until each socket heard of a post, in ascending order. */
  hear(act: () => Promise<void>): Promise<number[]>;
  close(): void;
};

/**
 * Sockets of people who are signed in, in a process of their own; they share the cookies.
 * @throws Error, here and later, when a socket is refused or cut off, or not all of them hear.
 */
export function gatherCrowd(url: string, cookies: string[]): Crowd {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/socket-clients.ts'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const port = Number(new URL(url).port);
  let online = 0;

  async function ask(order: Order): Promise<Answer> {
    const answered = next();
    child.send(order);
    return answered;
  }

  async function next(): Promise<Answer> {
    const [answer] = (await once(child, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) })) as [Answer];
    if ('failed' in answer)
      throw new Error(`a socket was lost: ${answer.failed} (is "ulimit -n" well above ${online}?)`);
    return answer;
  }

  return {
    async grow(sockets) {
      online += sockets;
      await ask({ do: 'open', port, cookies, sockets });
    },
    async hear(act) {
      await ask({ do: 'listen', sockets: online });
      const answered = next();
      const start = Number(process.hrtime.bigint()) / 1e6;
      const [answer] = await Promise.all([answered, act()]);
      if (!('heardAt' in answer)) throw new Error('the sockets did not say when they heard');
      return answer.heardAt.map((at) => at - start).sort((a, b) => a - b);
    },
    close: () => void child.kill(),
  };
}
