/** A message to screens: a kind, ids and counts; never a text (that is read through the policies). */
export type LiveMessage = { kind: string; [field: string]: string | number | boolean | null | undefined };

/** A room of sockets: `person:<id>`, `audience:<id>`, `thread:<entry>`, `board:<person>`, `project:<id>`, `chart:<id>`, `presence:<person>`, `everyone`. */
export type LiveRoom =
  | `person:${string}`
  | `audience:${string}`
  | `thread:${string}`
  | `board:${string}`
  | `project:${string}`
  | `chart:${string}`
  | `presence:${string}`
  | 'everyone';

/** How listeners reach the screens. Joining rooms is the live server's business, by the policies. */
export type Live<M extends LiveMessage = LiveMessage> = {
  emit(room: LiveRoom, message: M): void;
  /** Drops every socket of a session, at sign-out or revocation. */
  dropSession(sessionId: string): void;
  /** Drops every socket of a person, when they lose access. */
  dropPerson(personId: string): void;
  /** Joins or leaves a room for every socket of a person, after a membership changed. */
  moveRooms(personId: string, change: { join?: LiveRoom[]; leave?: LiveRoom[] }): void;
  /** Asks the policies again about every room of a person's sockets, after what they may read has changed. */
  refreshRooms(personId: string): void;
};

/** A Live that reaches nobody: commands, tests without sockets. */
export const silentLive: Live = {
  emit: () => {},
  dropSession: () => {},
  dropPerson: () => {},
  moveRooms: () => {},
  refreshRooms: () => {},
};
