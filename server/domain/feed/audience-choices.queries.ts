import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import { type Actor, mayWrite } from '#server/domain/identity/actor.ts';
import { requirableAmong } from '#server/domain/must-read/must-read.policy.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import type { AudienceChoice, AudienceLabel } from './feed.view.ts';
import { audienceLabelsOf } from './feed-details.queries.ts';
import { mayPostToEveryone, ownAudiences } from './post.policy.ts';
import { stream } from './stream.ts';

const ORDER = ['everyone', 'site', 'unit', 'channel', 'project'];

/** The audiences that the actor may post to, widest first; the smallest harm is the default: the own unit. */
export async function audienceChoices(db: Database, actor: Actor): Promise<AudienceChoice[]> {
  if (!mayWrite(actor)) return [];
  const labels = await audienceLabelsOf(
    db,
    Prisma.sql`SELECT own.id FROM (${ownAudiences(actor)}) own
      UNION SELECT ${EVERYONE_AUDIENCE_ID}::uuid WHERE ${mayPostToEveryone(actor)}`,
  );
  labels.sort(byWidth(actor.language));
  const usual =
    labels.find((label) => label.kind === 'unit') ??
    labels.find((label) => label.kind === 'site') ??
    labels[0];
  const demandable = await requirableAmong(
    db,
    actor,
    labels.map((label) => label.id),
  );
  return labels.map((label) => ({
    ...label,
    isDefault: label.id === usual?.id,
    ...(demandable.has(label.id) ? { mayRequire: true as const } : {}),
  }));
}

/** The offices and persons that the actor may speak for, as a form names them. */
export async function voiceChoices(db: Database, actor: Actor): Promise<{ voice: string; name: string }[]> {
  const idsOf = (scope: 'office' | 'person') =>
    actor.grants
      .filter((grant) => grant.kind === 'speak_for' && grant.scope === scope && grant.scopeId)
      .map((grant) => grant.scopeId as string);
  const [officeIds, personIds] = [idsOf('office'), idsOf('person')];
  if (officeIds.length + personIds.length === 0) return [];
  const [offices, persons] = await Promise.all([
    db.office.findMany({ where: { id: { in: officeIds } } }),
    db.person.findMany({ where: { id: { in: personIds }, erasedAt: null, nameWithheld: false } }),
  ]);
  return [
    ...offices.map(({ id, nameDe, nameEn }) => ({
      voice: `office:${id}`,
      name: actor.language === 'de' ? nameDe : nameEn,
    })),
    ...persons.map(({ id, displayName }) => ({ voice: `person:${id}`, name: displayName })),
  ];
}

/** More are not offered: who is told of so many finds each on the page of its project or unit. */
const STREAMS = 40;

/**
 * The audiences delivered to the actor, widest first: what the feed can be narrowed to. The one it is narrowed to now
 * is always among them.
 */
export async function streamLabels(
  db: Database,
  actor: Actor,
  chosenId: string | null = null,
): Promise<AudienceLabel[]> {
  const labels = await audienceLabelsOf(
    db,
    Prisma.sql`SELECT s.audience_id AS id FROM (${stream(actor)}) s
      WHERE s.kind = ANY(${ORDER}::audience_kind[])
      ORDER BY s.audience_id IS NOT DISTINCT FROM ${chosenId}::uuid DESC,
        array_position(${ORDER}::audience_kind[], s.kind), s.audience_id DESC
      LIMIT ${STREAMS}`,
  );
  return labels.sort(byWidth(actor.language));
}

function byWidth(language: string) {
  return (a: AudienceLabel, b: AudienceLabel) =>
    ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.name.localeCompare(b.name, language);
}
