import { writeAudit } from '#server/domain/audit/write-audit.ts';
import { type Actor, isAdministrator } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import type { SwitchInput } from './features.schema.ts';

/**
 * Switches on, at one site, something that watches people; it names the works agreement that allows it and its day
 * (BetrVG § 87 (1) no. 6). Off needs no reason. Audited.
 * @throws AppError forbidden; invalid (agreement, agreedOn) where it is switched on without them
 */
export async function switchFeature(
  parts: Pick<Parts, 'events' | 'ids' | 'clock'>,
  actor: Actor,
  { siteId, feature, enabled, agreement, agreedOn }: SwitchInput,
): Promise<void> {
  if (!isAdministrator(actor)) throw new AppError('forbidden');
  if (enabled && !agreement) throw invalid({ agreement: ['error.required'] });
  if (enabled && !agreedOn) throw invalid({ agreedOn: ['error.required'] });
  await parts.events.transaction(async (tx) => {
    if ((await tx.site.count({ where: { id: siteId } })) === 0) throw new AppError('not_found');
    const state = {
      enabled,
      agreement: agreement || null,
      agreedOn: agreedOn ? new Date(agreedOn) : null,
      changedById: actor.personId,
      changedAt: parts.clock.now(),
    };
    await tx.featureSwitch.upsert({
      where: { siteId_feature: { siteId, feature } },
      create: { siteId, feature, ...state },
      update: state,
    });
    await writeAudit(tx, parts, {
      actorId: actor.personId,
      action: enabled ? 'feature.on' : 'feature.off',
      subjectKind: 'site',
      subjectId: siteId,
      details: { feature },
    });
  });
}
