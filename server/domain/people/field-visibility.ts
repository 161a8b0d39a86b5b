import type { FieldVisibility } from '#server/platform/database/schema.ts';

/**
 * How the reader stands to a person: themselves, above them in the company chart, in the same unit, any other
 * colleague, or an external, who is outside "everyone".
 */
export type Relation = 'self' | 'manager' | 'unit' | 'colleague' | 'external';

const VISIBLE: Record<Relation, readonly FieldVisibility[]> = {
  self: ['everyone', 'unit', 'managers', 'me'],
  manager: ['everyone', 'unit', 'managers'],
  unit: ['everyone', 'unit'],
  colleague: ['everyone'],
  external: [],
};

/**
 * Which profile fields a reader sees. It follows from the relation alone: no role opens a field, so administrators
 * and people operations see what any colleague in their place sees (GDPR Art. 25, data protection by default).
 */
export function visibilitiesFor(relation: Relation): readonly FieldVisibility[] {
  return VISIBLE[relation];
}
