import type { Tx } from '#server/platform/database/client.ts';

/** What happened: a type and ids, never names or texts. */
export type EventBase = { type: string };

/** An event as a listener gets it; `id` is the outbox row's. */
export type Delivered<E extends EventBase> = E & { id: string };

type OfType<E extends EventBase, T extends E['type']> = Extract<E, { type: T }>;

/** The outbox: state and event are committed together, effects run afterwards, at least once. */
export type Events<E extends EventBase> = {
  /** Runs `work` in one database transaction and, once it is committed, wakes the dispatcher. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Writes an event into the outbox, in the caller's transaction. */
  publish(tx: Tx, event: E): Promise<void>;
  /** Writes many events in one statement; what an import tells at once. */
  publishAll(tx: Tx, events: readonly E[]): Promise<void>;
  /**
   * Registers one effect under a stable name. It must be idempotent: it runs again after a crash,
   * and is retried with growing pauses when it throws.
   */
  listen<T extends E['type']>(
    name: string,
    types: readonly T[],
    handle: (event: Delivered<OfType<E, T>>) => Promise<void> | void,
  ): void;
};
