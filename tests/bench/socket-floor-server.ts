import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { Server } from 'socket.io';
import { LIVE_PATH } from '#server/platform/live/live-protocol.ts';

// The floor: Socket.IO alone. Whoever connects is let in, and a POST tells everybody.
const server = http.createServer((_request, response) => {
  io.emit('live', { kind: 'feed.new', itemId: randomUUID(), authorId: randomUUID() });
  response.end();
});
const io = new Server(server, {
  path: LIVE_PATH,
  serveClient: false,
  transports: ['websocket'],
  perMessageDeflate: false,
});
io.on('connection', (socket) => void socket.emit('ready'));
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
