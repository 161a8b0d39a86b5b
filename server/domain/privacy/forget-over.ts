import type { Parts } from '#server/domain/parts.ts';
import { Prisma } from '#server/platform/database/schema.ts';

const DAY_MS = 86_400_000;
/** Rows deleted by one statement: a table that was never tidied is not locked for long. */
const BATCH = 5_000;

/** The tables whose rows have a period, and when it is over; the catalogue in personal-data.ts promises the same. */
function periods(now: Date): [table: string, over: Prisma.Sql][] {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  return [
    // Who read, wrote and reacted when, event by event: nobody needs it once every listener has had it.
    ['outbox_event', Prisma.sql`done_at < ${before(1)} OR failed_at < ${before(30)}`],
    ['notification', Prisma.sql`updated_at < ${before(365)}`],
    ['absence', Prisma.sql`until < ${before(92)}::date`],
    [
      'anniversary_consent',
      Prisma.sql`person_id IN (SELECT id FROM person WHERE ends_on <= ${now}::date OR erased_at IS NOT NULL)`,
    ],
    ['audience_membership', Prisma.sql`valid_to < ${before(365)}::date`],
    // First what people told in a field that was retired (KEPT_DAYS in people/fields), then the field.
    [
      'profile_field',
      Prisma.sql`key IN (SELECT 'custom.' || slug FROM company_field WHERE retired_at < ${before(30)})`,
    ],
    ['company_field', Prisma.sql`retired_at < ${before(30)}`],
    ['import_run', Prisma.sql`created_at < ${before(365)} AND state <> 'applying'`],
  ];
}

/** Forgets what has been kept for as long as it may be (GDPR article 5 (1) e). Returns how many rows that were. */
export async function forgetOver({ db, clock }: Pick<Parts, 'db' | 'clock'>): Promise<number> {
  let forgotten = 0;
  for (const [name, over] of periods(clock.now())) {
    const table = Prisma.raw(`"${name}"`);
    for (let count = BATCH; count === BATCH; forgotten += count) {
      count = await db.$executeRaw`
        DELETE FROM ${table} WHERE ctid = ANY(ARRAY(SELECT ctid FROM ${table} WHERE ${over} LIMIT ${BATCH}))`;
    }
  }
  return forgotten;
}

/** Registers the room's job: once a night. */
export function registerPrivacyJobs(parts: Parts): void {
  parts.jobs.schedule('privacy.forget', '51 2 * * *', async () => void (await forgetOver(parts)));
}
