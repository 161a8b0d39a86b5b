import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { ManualClock } from '#server/platform/calendar/clock.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import type { Services } from '#server/services.ts';
import type { ToldDays } from './told-days.ts';
import type { ToldEvents } from './told-events.ts';

/** Everything the tellers share: the services, the clock they turn, and who and what exists by now. */
export type Story = {
  parts: Parts & { events: ToldEvents; clock: ManualClock };
  services: Services;
  days: ToldDays;
  random: () => number;
  /** By "Given Family". */
  people: Map<string, Actor>;
  /** Since how many days somebody is here. */
  joined: Map<string, number>;
  sites: Map<string, { id: string; audienceId: string }>;
  units: Map<string, { id: string; audienceId: string }>;
  offices: Map<string, { id: string }>;
  /** By project name. */
  projects: Map<string, { id: string; slug: string; audienceId: string; chartId: string }>;
  tx: Tx;
  /** What people do, to be told in the order of time. */
  moments: { at: Date; tell: () => Promise<void> }[];
};

/** The thing of that name; the data files are wrong where it is missing. */
export function named<T>(things: Map<string, T>, name: string): T {
  const thing = things.get(name);
  if (thing === undefined) throw new Error(`the sample company knows no "${name}"`);
  return thing;
}

/** Adds something that happens at a time. */
export function happens(story: Story, at: Date, tell: () => Promise<void>): void {
  story.moments.push({ at, tell });
}

/** Tells everything that was added, in the order of time. */
export async function tellMoments(story: Story): Promise<void> {
  const moments = story.moments.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (let next = 0; next < moments.length; next += 1) {
    const moment = moments[next];
    if (!moment) continue;
    story.parts.clock.set(moment.at);
    await moment.tell();
  }
  story.moments = [];
  story.parts.clock.set(story.days.start);
}

/** The database as the services know it, inside one transaction: either the whole company is told or nothing. */
export function insideTransaction(tx: Tx): Database {
  const db: Database = new Proxy(tx, {
    get(target, key) {
      if (key === '$transaction') return (work: (inner: Tx) => unknown) => work(db);
      return Reflect.get(target, key);
    },
  }) as Database;
  return db;
}
