import { z } from 'zod';

/** Who may see a profile field; each includes the ones that follow it. */
export const FIELD_VISIBILITIES = ['everyone', 'unit', 'managers', 'me'] as const;
export type FieldVisibilityName = (typeof FIELD_VISIBILITIES)[number];

/** Whether `visibility` shows a field to nobody whom `widest` does not. */
export function isNoWider(visibility: FieldVisibilityName, widest: FieldVisibilityName): boolean {
  return FIELD_VISIBILITIES.indexOf(visibility) >= FIELD_VISIBILITIES.indexOf(widest);
}

/** What every profile offers, in the order it is shown; companies add their own. */
export const PROFILE_FIELD_KEYS = [
  'email',
  'phone',
  'mobile',
  'room',
  'skills',
  'languages',
  'ask_about',
] as const;
export type ProfileFieldKey = (typeof PROFILE_FIELD_KEYS)[number];

const MAX_VALUES = 20;

/** One line of at most `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(max, 'error.tooLong'));

/** "SAP, Stücklisten" or one a line; doubles are dropped. */
export const tagList = z
  .string()
  .transform((text) => [
    ...new Set(
      text
        .split(/[,;\n]/)
        .map((value) => value.replace(/\s+/g, ' ').trim())
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(z.string().max(60, 'people.tagTooLong')).max(MAX_VALUES, 'people.tooManyTags'));

const phone = line(40).refine(
  (text) => text === '' || /^\+?[\d\s()/.-]{3,}$/.test(text),
  'people.phoneInvalid',
);
const email = line(254).refine(
  (text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  'error.email',
);

const one = <S extends z.ZodType<string>>(schema: S) =>
  schema.transform((text): string[] => (text ? [text] : []));

const visibility = z.enum(FIELD_VISIBILITIES);

/** The form of one's own profile. A field left out is not touched; an empty one is removed. */
export const profileInput = z.object({
  email: one(email).optional(),
  emailVisibility: visibility.optional(),
  phone: one(phone).optional(),
  phoneVisibility: visibility.optional(),
  mobile: one(phone).optional(),
  mobileVisibility: visibility.optional(),
  room: one(line(60)).optional(),
  roomVisibility: visibility.optional(),
  skills: tagList.optional(),
  skillsVisibility: visibility.optional(),
  languages: tagList.optional(),
  languagesVisibility: visibility.optional(),
  ask_about: tagList.optional(),
  ask_aboutVisibility: visibility.optional(),
});
export type ProfileInput = z.output<typeof profileInput>;

/** What a company-defined field may hold. */
export const companyFieldValue = line(200);

/** "22:00" as minutes after midnight. */
const clock = z
  .string('error.required')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'people.hoursTime')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

/** Hours of one's own. What ends before it begins ends on the next day: a night shift. */
export const workingHoursInput = z
  .object({
    workday: z
      .array(z.coerce.number().int().min(1).max(7), 'people.hoursDays')
      .min(1, 'people.hoursDays')
      .max(7),
    start: clock,
    end: clock,
    hoursVisibility: visibility.default('unit'),
  })
  .transform(({ workday, start, end, hoursVisibility }) => ({
    workdays: [...new Set(workday)].sort(),
    startMinute: start,
    endMinute: end > start ? end : end + 1_440,
    visibility: hoursVisibility,
  }));
export type WorkingHoursInput = z.output<typeof workingHoursInput>;

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'error.date')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'error.date');

/** From when, until which first day back, and who deputises. There is no field for a reason, on purpose. */
export const absenceInput = z
  .object({
    from: day,
    until: day,
    deputy: z
      .string()
      .trim()
      .transform((text) => text || null)
      .nullable()
      .default(null),
  })
  .refine(({ from, until }) => until > from, { path: ['until'], message: 'people.untilAfterFrom' })
  .refine(({ from, until }) => Date.parse(until) - Date.parse(from) <= 2 * 366 * 86_400_000, {
    path: ['until'],
    message: 'people.absenceTooLong',
  });
export type AbsenceInput = z.output<typeof absenceInput>;

/** A skill or a language, as long as one may be on a profile. */
const tag = z.string().trim().min(1).max(60);

/** What the directory's address may hold; whatever makes no sense is left out rather than refused. */
export const directoryInput = z.object({
  q: z.string().trim().max(100).catch(''),
  letter: z
    .string()
    .regex(/^([a-z]|other)$/)
    .nullable()
    .catch(null),
  unit: z.uuid().nullable().catch(null),
  site: z.uuid().nullable().catch(null),
  skill: tag.nullable().catch(null),
  language: tag.nullable().catch(null),
  after: z.string().max(400).nullable().catch(null),
});
export type DirectoryInput = z.output<typeof directoryInput>;
