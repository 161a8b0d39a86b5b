import type { DomainEvent } from '#server/domain/events.ts';
import type { ManualClock } from '#server/platform/calendar/clock.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { Delivered, Events } from '#server/platform/events/events.ts';
import type { Ids } from '#server/platform/ids.ts';

type Listener = {
  name: string;
  types: ReadonlySet<string>;
  handle: (event: Delivered<DomainEvent>) => Promise<void> | void;
};
type Told = { event: Delivered<DomainEvent>; at: Date };

/** Nobody is looking yet, nobody is mailed a story, and what is done for all at once need not be done for each. */
const UNHEARD = /^(search|live)\.|\.live|^notifications\.mail$|^organisation\.site-membership$/;

export type ToldEvents = Events<DomainEvent> & {
  /** Lets the listeners hear what was told; twice the same news is heard once. */
  settle(): Promise<void>;
};

/** Of these only the last one counts: they say "look again". */
const LOOK_AGAIN = new Set(['person.changed', 'account.changed', 'chart.changed', 'project.changed']);

/**
 * Events of a story: everything happens in the one transaction of the caller, and the listeners hear of it at
 * the time it was told. Whoever tells of last month must not ring anybody's bell: of what happened before
 * `freshSince` no notices are made.
 */
export function toldEvents(tx: Tx, parts: { clock: ManualClock; ids: Ids; freshSince: Date }): ToldEvents {
  const listeners: Listener[] = [];
  let told: Told[] = [];

  async function hear({ event, at }: Told): Promise<void> {
    parts.clock.set(at);
    for (const listener of listeners) {
      if (!listener.types.has(event.type) || UNHEARD.test(listener.name)) continue;
      if (listener.name.startsWith('notifications.') && at < parts.freshSince) continue;
      await listener.handle(event);
    }
  }

  function note(event: DomainEvent): void {
    if (event.type === 'membership.changed') return;
    told.push({ event: { ...event, id: parts.ids.next() }, at: parts.clock.now() });
  }

  return {
    transaction: (work) => work(tx),
    publish: async (_tx, event) => note(event),
    publishAll: async (_tx, events) => events.forEach(note),
    listen(name, types, handle) {
      listeners.push({ name, types: new Set<string>(types), handle: handle as Listener['handle'] });
    },
    async settle() {
      while (told.length > 0) {
        const now = parts.clock.now();
        const batch = lastOfEach(told);
        told = [];
        for (const one of batch) await hear(one);
        parts.clock.set(now);
      }
    },
  };
}

function lastOfEach(told: Told[]): Told[] {
  const seen = new Set<string>();
  const kept = [...told].reverse().filter(({ event }) => {
    if (!LOOK_AGAIN.has(event.type)) return true;
    const { id: _id, ...what } = event;
    const key = JSON.stringify(what);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return kept.reverse();
}
