import type { Answer, Order } from './crowd.ts';
import { openLightSocket } from './light-socket.ts';

// The crowd: thousands of sockets in a process of their own, as browsers are. It says when each of them heard of a post.

/** Handshakes under way at once: each asks the database who it is. */
const AT_ONCE = 100;

let waitingFor = 0;
let heardAt: number[] = [];

process.on('message', (order: Order) => {
  if (order.do === 'open') void open(order).then(() => answer({ opened: true }), fail);
  if (order.do === 'listen') {
    waitingFor = order.sockets;
    heardAt = [];
    answer({ listening: true });
  }
});

async function open({ port, cookies, sockets }: Extract<Order, { do: 'open' }>): Promise<void> {
  let next = 0;
  const lanes = Array.from({ length: AT_ONCE }, async () => {
    while (next < sockets) await openOne(port, cookies[next++ % cookies.length] as string);
  });
  await Promise.all(lanes);
}

function openOne(port: number, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const onLive = (text: string) => {
      if (!text.includes('"feed.new"')) return;
      heardAt.push(now());
      if (heardAt.length === waitingFor) answer({ heardAt });
    };
    const onEnd = (reason: string) => {
      reject(new Error(reason));
      // Once it is open, too: whoever is cut off hears nothing, and what is measured would be less than it says.
      fail(new Error(reason));
    };
    openLightSocket({ port, cookie, onReady: resolve, onLive, onEnd });
  });
}

/** Milliseconds on the machine's own clock, which all its processes share. */
function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

function answer(text: Answer): void {
  process.send?.(text);
}

function fail(error: Error): void {
  answer({ failed: error.message });
}
