import { writeAudit } from '#server/domain/audit/write-audit.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { fold } from '#server/platform/text/fold.ts';
import { assertLabelsFree } from './assert-labels-free.ts';
import { mayDefineFields } from './company-field.policy.ts';
import type { NewFieldInput } from './company-field.schema.ts';
import { lockFields } from './lock-fields.ts';

/** More would be a questionnaire. */
const MOST_FIELDS = 30;

/**
 * Adds a field to every profile, as the last one. Audited.
 * @throws AppError forbidden; invalid where a field is already called so, or there are thirty
 */
export async function addField(
  parts: Pick<Parts, 'events' | 'ids' | 'clock'>,
  actor: Actor,
  { selfEdited, ...input }: NewFieldInput,
): Promise<{ slug: string }> {
  if (!mayDefineFields(actor)) throw new AppError('forbidden');
  return parts.events.transaction(async (tx) => {
    const known = await lockFields(tx);
    const used = known.filter((field) => !field.retiredAt);
    if (used.length >= MOST_FIELDS) throw invalid({ form: ['fields.tooMany'] });
    assertLabelsFree(input, used);
    const slug = freeSlug(
      input.labelEn,
      known.map((field) => field.slug),
    );
    const rank = Math.max(0, ...known.map((field) => field.rank)) + 1;
    await tx.companyField.create({
      data: { ...input, slug, rank, selfEdited: selfEdited === 'on', createdAt: parts.clock.now() },
    });
    await writeAudit(tx, parts, {
      actorId: actor.personId,
      action: 'field.added',
      subjectKind: 'company_field',
      details: { slug, kind: input.kind, visibility: input.visibility, widest: input.widest },
    });
    return { slug };
  });
}

/** "Cost centre" → `cost_centre`; never one that is known, though it be retired: its values are still there. */
function freeSlug(label: string, taken: readonly string[]): string {
  const plain = fold(label)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 34);
  const first = plain || 'field';
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? first : `${first}_${count}`;
    if (!taken.includes(slug)) return slug;
  }
}
