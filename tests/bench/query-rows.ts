import { feedPage } from '#server/domain/feed/feed.queries.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import { growCompany } from './company.ts';
import type { Rows } from './rows.ts';

const ROUNDS = 40;
const WARM_UP = 10;

/** One page of the feed against companies of growing past; the floor is the smallest of them. */
export async function measureQuery(
  rows: Rows,
  db: Database,
  parts: Parameters<typeof growCompany>[1],
  personId: string,
  sizes: number[],
): Promise<void> {
  const actor = { personId, role: 'employee', language: 'en', grants: [] } as unknown as Actor;
  let first: number | null = null;
  for (const size of sizes) {
    await growCompany(db, parts, size);
    const times: number[] = [];
    for (let n = 0; n < ROUNDS; n++) {
      const before = performance.now();
      const page = await feedPage({ ...parts, db }, actor);
      if (page.items.length !== 20) throw new Error(`a page of ${page.items.length} items`);
      times.push(performance.now() - before);
    }
    const measured = times.slice(WARM_UP).sort((a, b) => a - b);
    const median = measured[measured.length >> 1] as number;
    rows.note(`query/feed/${size}`, median, 'ms', first);
    first ??= median;
  }
}
