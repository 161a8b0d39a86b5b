import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { LIVE_PATH } from '#server/platform/live/live-protocol.ts';

type Options = {
  port: number;
  cookie: string;
  /** Its rooms are joined. */
  onReady: () => void;
  onLive: (text: string) => void;
  /** Refused or ended, with the reason. */
  onEnd: (reason: string) => void;
};

/**
 * A live socket with as little around it as there can be, so that thousands of them leave the processors to the server:
 * the WebSocket frames (RFC 6455) and the Engine.IO 4 packets that the server sends, and nothing else.
 */
export function openLightSocket({ port, cookie, onReady, onLive, onEnd }: Options): void {
  const socket = connect(port, '127.0.0.1');
  let received: Buffer = Buffer.alloc(0);
  let upgraded = false;
  const end = (reason: string) => {
    socket.removeAllListeners().on('error', () => {});
    socket.destroy();
    onEnd(reason);
  };
  const take = (packet: string) => {
    if (packet === '2') socket.write(textFrame('3'));
    else if (packet.startsWith('0')) socket.write(textFrame('40{"pageAge":0}'));
    else if (packet.startsWith('42["ready"')) onReady();
    else if (packet.startsWith('42["live"')) onLive(packet);
    else if (packet.startsWith('44')) end(packet);
  };
  socket.setNoDelay(true);
  socket.on('connect', () => socket.write(handshake(port, cookie)));
  socket.on('data', (chunk) => {
    received = received.length > 0 ? Buffer.concat([received, chunk]) : chunk;
    if (!upgraded) {
      const head = received.indexOf('\r\n\r\n');
      if (head < 0) return;
      const status = received.toString('latin1', 0, received.indexOf('\r\n'));
      if (!status.startsWith('HTTP/1.1 101')) return end(status);
      upgraded = true;
      received = received.subarray(head + 4);
    }
    for (let frame = readFrame(received); frame; frame = readFrame(received)) {
      received = received.subarray(frame.bytes);
      if (frame.opcode === CLOSE) return end('closed by the server');
      if (frame.opcode === TEXT) take(frame.text);
    }
  });
  socket.on('error', (error) => end(error.message));
  socket.on('close', () => end('cut off'));
}

const TEXT = 1;
const CLOSE = 8;

function handshake(port: number, cookie: string): string {
  const lines = [
    `GET ${LIVE_PATH}/?EIO=4&transport=websocket HTTP/1.1`,
    `Host: localhost:${port}`,
    `Origin: http://localhost:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    `Cookie: ${cookie}`,
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** Masked, as a client's frames must be (RFC 6455 section 5.3), with zeros: nothing between us needs protection. */
function textFrame(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x80 | TEXT, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)]);
}

/** The first whole frame; ours are far below the 64 KB from which on lengths take eight bytes. */
function readFrame(from: Buffer): { opcode: number; text: string; bytes: number } | null {
  if (from.length < 2) return null;
  const long = ((from[1] as number) & 0x7f) === 126;
  if (long && from.length < 4) return null;
  const start = long ? 4 : 2;
  const bytes = start + (long ? from.readUInt16BE(2) : (from[1] as number) & 0x7f);
  if (from.length < bytes) return null;
  return { opcode: (from[0] as number) & 0x0f, text: from.toString('utf8', start, bytes), bytes };
}
