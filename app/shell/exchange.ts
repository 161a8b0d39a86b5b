import { useSyncExternalStore } from 'react';
import type { MessageKey } from '#app/messages/subjects.ts';

/** What a call came to: the server's answer (also one that says what was wrong with a form), or why there is none. */
export type Outcome<T> = { answer: T; failure?: undefined } | { answer?: undefined; failure: MessageKey };

export type Sent = { address: string; fields: Record<string, string> };

type Snapshot<T> = {
  state: 'idle' | 'loading' | 'submitting';
  /** The latest answer. */
  data: T | undefined;
  /** What is under way, oldest first: to show at once what it will come to. */
  pending: readonly Sent[];
};

export type Exchange<T> = Snapshot<T> & {
  /** Sends a form, after those sent before it. */
  submit: (fields: Record<string, string>, address: string) => Promise<Outcome<T>>;
  load: (address: string) => Promise<Outcome<T>>;
};

const NOTHING: Snapshot<never> = { state: 'idle', data: undefined, pending: [] };
const PATIENCE_MS = 30_000;

const FAILURES: Record<number, MessageKey> = {
  401: 'error.forbiddenTitle',
  403: 'error.forbiddenTitle',
  404: 'error.goneTitle',
  409: 'error.conflictText',
  410: 'error.goneTitle',
  413: 'error.tooLargeText',
  429: 'error.rateLimitedText',
  503: 'error.unavailableText',
};

/** A form's fields as an exchange sends them; files are not among them. */
export function fieldsOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
}

/**
 * Asks a resource route without the router: a fetcher that gets no answer takes the whole page down to its error
 * page, and with it what somebody is writing. Here a failure is a value. Who names the same key shares one exchange.
 */
export function useExchange<T>(key: string): Exchange<T> {
  const channel = channelOf(key) as Channel<T>;
  const snapshot = useSyncExternalStore(
    channel.subscribe,
    () => channel.snapshot,
    () => NOTHING as Snapshot<T>,
  );
  return { ...snapshot, submit: channel.submit, load: channel.load };
}

type Channel<T> = ReturnType<typeof createChannel<T>>;

const channels = new Map<string, Channel<unknown>>();
const SERVER_SIDE = createChannel<unknown>(() => undefined);

function channelOf(key: string): Channel<unknown> {
  const known = channels.get(key);
  if (known) return known;
  // The server draws for many people, and nothing is sent there.
  if (typeof document === 'undefined') return SERVER_SIDE;
  const created = createChannel<unknown>(() => channels.delete(key));
  channels.set(key, created);
  return created;
}

function createChannel<T>(forget: () => void) {
  const listeners = new Set<() => void>();
  let queue: Promise<unknown> = Promise.resolve();
  const channel = { snapshot: NOTHING as Snapshot<T>, subscribe, submit, load };

  function set(change: Partial<Snapshot<T>>) {
    channel.snapshot = { ...channel.snapshot, ...change };
    for (const listener of listeners) listener();
  }
  function subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      // Another component may take over in the same breath, as from the feed to the post's own page.
      setTimeout(() => listeners.size === 0 && forget());
    };
  }
  function submit(fields: Record<string, string>, address: string): Promise<Outcome<T>> {
    const sent = { address, fields };
    set({ state: 'submitting', pending: [...channel.snapshot.pending, sent] });
    const body = new URLSearchParams(fields);
    return enqueue(
      () => ask<T>(address, { method: 'POST', body }),
      () => channel.snapshot.pending.filter((other) => other !== sent),
    );
  }
  function load(address: string): Promise<Outcome<T>> {
    if (channel.snapshot.state === 'idle') set({ state: 'loading' });
    return enqueue(
      () => ask<T>(address, {}),
      () => channel.snapshot.pending,
    );
  }
  function enqueue(call: () => Promise<Outcome<T>>, left: () => readonly Sent[]): Promise<Outcome<T>> {
    const done = queue.then(async () => {
      const outcome = await call();
      const pending = left();
      const data = outcome.answer ?? channel.snapshot.data;
      set({ data, pending, state: pending.length > 0 ? 'submitting' : 'idle' });
      return outcome;
    });
    queue = done;
    return done;
  }
  return channel;
}

async function ask<T>(address: string, init: RequestInit): Promise<Outcome<T>> {
  try {
    const response = await fetch(address, {
      ...init,
      headers: { Accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    // Sent on to a page: the session is over.
    if (response.redirected) window.location.reload();
    else if (response.ok || response.status === 400) return { answer: await response.json() };
    return { failure: FAILURES[response.status] ?? 'error.failedText' };
  } catch {
    return { failure: 'error.offlineText' };
  }
}
