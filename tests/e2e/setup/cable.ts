import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Cable = {
  /** Where the server is reached through this cable. */
  url: string;
  /** Everything under way breaks off, and nothing new gets through. */
  cut: () => void;
  plug: () => void;
  close: () => Promise<void>;
};

/** A line between a browser and the server that can be cut, or through which no WebSocket gets. */
export async function cable(to: string, { webSockets = true } = {}): Promise<Cable> {
  const { hostname, port } = new URL(to);
  const ends = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) return near.destroy();
    const far = connect(Number(port), hostname);
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      end.on('error', () => other.destroy());
      end.on('close', () => {
        ends.delete(end);
        other.destroy();
      });
    }
    if (!webSockets)
      near.on('data', (chunk) => /^upgrade: *websocket/im.test(chunk.toString('latin1')) && near.destroy());
    near.pipe(far).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const breakOff = () => {
    for (const end of ends) end.destroy();
  };
  return {
    url: `http://${hostname}:${(server.address() as AddressInfo).port}`,
    cut() {
      whole = false;
      breakOff();
    },
    plug() {
      whole = true;
    },
    async close() {
      breakOff();
      server.close();
      await once(server, 'close');
    },
  };
}
