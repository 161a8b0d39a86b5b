import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import type { Feature } from './features.schema.ts';

/** SQL: whether the site of a person has switched on what watches people; without a site, nothing watches. */
export function allowedAtSiteOf(person: Prisma.Sql, feature: Feature): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM feature_switch fs JOIN person fp ON fp.site_id = fs.site_id
    WHERE fp.id = ${person} AND fs.feature = ${feature} AND fs.enabled)`;
}

/** Whether any site has: what is off everywhere is not offered. */
export async function allowedAnywhere(db: Database, feature: Feature): Promise<boolean> {
  return (await db.featureSwitch.findFirst({ where: { feature, enabled: true } })) !== null;
}
