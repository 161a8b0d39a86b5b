import type { MessageKey } from '#app/shell/i18n.tsx';
import type { FieldVisibilityName } from '#server/domain/people/people.schema.ts';

/** Who sees a field, as one says it of everybody's profile; people read "my unit" in their own form. */
export const SHOWN_TO = {
  everyone: 'fields.toEveryone',
  unit: 'fields.toUnit',
  managers: 'fields.toManagers',
  me: 'fields.toMe',
} as const satisfies Record<FieldVisibilityName, MessageKey>;
