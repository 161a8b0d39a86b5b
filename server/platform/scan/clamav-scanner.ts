import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { FileScanner } from './file-scanner.ts';

const PATIENCE_MS = 60_000;
const CHUNK = 64 * 1024;

/**
 * Asks a ClamAV daemon by its INSTREAM command (clamd(8)): pieces of the file, each after its length, then a zero.
 * @param address `tcp://host:3310`
 */
export function createClamavScanner(address: string): FileScanner {
  const { hostname, port } = new URL(address);
  return async (bytes) => {
    const socket = connect({ host: hostname, port: Number(port) || 3310, timeout: PATIENCE_MS });
    socket.on('timeout', () => socket.destroy(new Error('the virus scanner does not answer')));
    socket.write('zINSTREAM\0');
    for (let from = 0; from < bytes.length; from += CHUNK) {
      const piece = bytes.subarray(from, from + CHUNK);
      socket.write(lengthOf(piece.length));
      socket.write(piece);
    }
    socket.write(lengthOf(0));
    const answer = (await text(socket)).replace(/\0/g, '').trim();
    if (answer.endsWith(': OK')) return null;
    const found = /: (.+) FOUND$/.exec(answer);
    if (found) return found[1] ?? 'unknown';
    throw new Error(`the virus scanner answered: ${answer}`);
  };
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
