import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createClamavScanner } from './clamav-scanner.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** Speaks as clamd does: reads the pieces up to the zero, then answers about all of them. */
async function clamd(answer: (bytes: Buffer) => string): Promise<string> {
  server = createServer((socket) => {
    let heard = Buffer.alloc(0);
    socket.on('data', (piece) => {
      heard = Buffer.concat([heard, piece]);
      const command = 'zINSTREAM\0'.length;
      const bytes: Buffer[] = [];
      for (let at = command; at + 4 <= heard.length; ) {
        const length = heard.readUInt32BE(at);
        if (length === 0) return socket.end(`${answer(Buffer.concat(bytes))}\0`);
        bytes.push(heard.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  return `tcp://127.0.0.1:${(server.address() as { port: number }).port}`;
}

test('sends everything, and tells what was found', async () => {
  const address = await clamd((bytes) =>
    bytes.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK',
  );
  const scan = createClamavScanner(address);
  expect(await scan(Buffer.alloc(300_000, 'x'))).toBeNull();
  expect(await scan(Buffer.from(`${'x'.repeat(200_000)}EICAR`))).toBe('Eicar-Test-Signature');
});

test('does not take an error, or silence, for a yes', async () => {
  const full = createClamavScanner(await clamd(() => 'INSTREAM size limit exceeded. ERROR'));
  await expect(full(Buffer.from('x'))).rejects.toThrow('size limit');
  server?.close();
  const away = createClamavScanner('tcp://127.0.0.1:1');
  await expect(away(Buffer.from('x'))).rejects.toThrow();
});
