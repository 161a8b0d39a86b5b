import { readerOf } from '#server/domain/identity/reader.queries.ts';
import { noticesWhere } from '#server/domain/notifications/notifications.queries.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { SettingsReader } from '#server/domain/settings/settings.queries.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { readWords, type Words, wordsLocale } from '#server/platform/text/words.ts';
import { isPushEndpoint } from './push-endpoint.ts';
import { type PushOutcome, sendPush } from './send-push.ts';
import type { VapidKeys } from './vapid-keys.ts';

export type PushNeeds = Pick<Parts, 'db' | 'clock' | 'config' | 'log'> & {
  settings: Pick<SettingsReader, 'current'>;
  keys: () => Promise<VapidKeys>;
};

/** Persons in one run; the next minute goes on. */
const MOST = 500;
/** Devices called at once. */
const LANES = 8;

let words: Words | undefined;

/**
 * Tells devices that something waits. What leaves the house is a count in a neutral sentence and, for a single notice,
 * its id: nobody on the way, and nobody who looks at the screen, learns more. What is due is taken before it is sent:
 * never twice, and what could not be sent stands in the app.
 */
export async function deliverPush(needs: PushNeeds): Promise<void> {
  const { db, clock } = needs;
  const due = await db.$queryRaw<{ personId: string; ids: string[] }[]>`
    WITH person AS (SELECT DISTINCT person_id FROM push_due WHERE due_at <= ${clock.now()} LIMIT ${MOST}),
    taken AS (DELETE FROM push_due d USING person p WHERE d.person_id = p.person_id AND d.due_at <= ${clock.now()}
      RETURNING d.person_id, d.notification_id)
    SELECT person_id::text AS "personId", array_agg(notification_id::text) AS ids FROM taken GROUP BY person_id`;
  const lanes = Array.from({ length: LANES }, async () => {
    for (let one = due.pop(); one; one = due.pop()) await pushTo(needs, one.personId, one.ids);
  });
  await Promise.all(lanes);
}

async function pushTo(needs: PushNeeds, personId: string, ids: string[]): Promise<void> {
  const { db, config, settings } = needs;
  const company = await settings.current();
  const actor = await readerOf(needs, company, personId);
  if (!actor) return;
  const unread = Prisma.sql`n.read_at IS NULL AND n.id = ANY(${ids}::uuid[])`;
  const notices = await noticesWhere(needs, actor, unread, ids.length);
  if (notices.length === 0) return;
  words ??= readWords('notifications');
  const [only] = notices.length === 1 ? notices : [];
  const text = words(wordsLocale(actor.language, actor.tone), 'notifications.pushText', {
    count: notices.length,
  });
  const message = JSON.stringify({ title: 'Flurfunk', text, id: only?.id ?? null, lang: actor.language });
  const devices = await db.pushSubscription.findMany({ where: { personId } });
  const keys = await needs.keys();
  const outcomes = await Promise.all(
    devices.map(async (device): Promise<[string, PushOutcome]> => {
      const known = isPushEndpoint(config, device.endpoint);
      return [device.id, known ? await sendPush(needs, keys, device, message) : 'gone'];
    }),
  );
  const gone = outcomes.filter(([, outcome]) => outcome === 'gone').map(([id]) => id);
  if (gone.length > 0) await db.pushSubscription.deleteMany({ where: { id: { in: gone } } });
}
