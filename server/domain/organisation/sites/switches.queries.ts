import { type Actor, isAdministrator } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import { AppError } from '#server/platform/errors.ts';
import { FEATURES, type Feature } from './features.schema.ts';

export type SwitchView = {
  siteId: string;
  site: string;
  feature: Feature;
  enabled: boolean;
  agreement: string;
  /** As 2026-12-01; empty for none. */
  agreedOn: string;
};

/** Every switch of every site, those never touched too: they are off. */
export async function switches(db: Database, actor: Actor): Promise<SwitchView[]> {
  if (!isAdministrator(actor)) throw new AppError('forbidden');
  const sites = await db.site.findMany({
    select: { id: true, name: true, featureSwitchAsSite: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return FEATURES.flatMap((feature) =>
    sites.map((site) => {
      const set = site.featureSwitchAsSite.find((one) => one.feature === feature);
      return {
        siteId: site.id,
        site: site.name,
        feature,
        enabled: set?.enabled ?? false,
        agreement: set?.agreement ?? '',
        agreedOn: set?.agreedOn?.toISOString().slice(0, 10) ?? '',
      };
    }),
  );
}
