import type { MessageKey } from '#app/shell/i18n.tsx';
import type { FieldVisibilityName } from '#server/domain/people/people.schema.ts';

/** The words for the profile's own fields; a company's fields bring theirs. */
export const FIELD_LABELS: Record<string, MessageKey | undefined> = {
  email: 'people.fieldEmail',
  phone: 'people.fieldPhone',
  mobile: 'people.fieldMobile',
  room: 'people.fieldRoom',
  skills: 'people.fieldSkills',
  languages: 'people.fieldLanguages',
  ask_about: 'people.fieldAskAbout',
};

export const VISIBILITY_LABELS = {
  everyone: 'people.visibleEveryone',
  unit: 'people.visibleUnit',
  managers: 'people.visibleManagers',
  me: 'people.visibleMe',
} as const satisfies Record<FieldVisibilityName, MessageKey>;

/** From the widest to the narrowest; without Zod, for the pages. */
export const VISIBILITIES = ['everyone', 'unit', 'managers', 'me'] as const satisfies FieldVisibilityName[];
