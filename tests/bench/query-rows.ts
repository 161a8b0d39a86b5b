import { feedPage } from '#server/domain/feed/feed.queries.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Company } from './companies.ts';
import type { Rows } from './rows.ts';

const ROUNDS = 40;
const WARM_UP = 10;

/** One page of the feed in companies of growing past; the floor is the smallest of them. */
export async function measureQuery(
  rows: Rows,
  sizes: number[],
  company: (posts: number) => Promise<Company>,
): Promise<void> {
  let first: number | null = null;
  for (const posts of sizes) {
    const { db, parts, readerId } = await company(posts);
    const actor = { personId: readerId, role: 'employee', language: 'en', grants: [] } as unknown as Actor;
    const times: number[] = [];
    for (let n = 0; n < ROUNDS; n++) {
      const before = performance.now();
      const page = await feedPage({ ...parts, db }, actor);
      if (page.items.length !== 20) throw new Error(`a page of ${page.items.length} items`);
      times.push(performance.now() - before);
    }
    const measured = times.slice(WARM_UP).sort((a, b) => a - b);
    const median = measured[measured.length >> 1] as number;
    rows.note(`query/feed/${posts}`, median, 'ms', first);
    first ??= median;
  }
}
