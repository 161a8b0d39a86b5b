/**
 * What browsers and server say to each other on the live socket. The browser connects to its own origin
 * under `LIVE_PATH` with its session cookie, and is in `person:<me>`, `everyone` and the audiences it is
 * subscribed to without asking. It asks for the thing it looks at:
 *
 *   socket.emit('join', 'thread:<entryId>', (ok) => …)     socket.emit('leave', 'thread:<entryId>')
 *   socket.emit('join', 'presence:<personId>', (ok) => …)  answered by a first `presence` message
 *   socket.on('live', (message) => …)                      a LiveMessage
 *
 * A refused handshake arrives as `connect_error` with the message `unauthenticated` (sign in again) or
 * `unavailable` (try later). What was sent since the page was read (`auth.pageAge`, at most 15 seconds), or shortly
 * before a room was joined, is sent again. Nothing is replayed after a break: the page joins its rooms again and asks;
 * it does the same, after a random pause of a few seconds, on `{ kind: 'live.resync' }`.
 */
export const LIVE_PATH = '/socket.io';

/** Rooms one socket may have asked for at a time. */
export const MAX_ASKED_ROOMS = 40;
