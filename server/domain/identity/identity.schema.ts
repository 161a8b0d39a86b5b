import { z } from 'zod';

/** Shown under the field; NIST SP 800-63B: length counts, composition rules do not. */
export const PASSWORD_SHORTEST = 10;
const PASSWORD_LONGEST = 200;

/** An e-mail address or a personnel number, as typed. */
export const signInName = z.string().trim().min(1, 'error.required').max(254, 'error.tooLong');

export const newPassword = z
  .string()
  .min(1, 'error.required')
  .min(PASSWORD_SHORTEST, 'account.passwordTooShort')
  .max(PASSWORD_LONGEST, 'error.tooLong')
  .refine((password) => new Set(password).size > 4, 'account.passwordTooSimple');

export const signInSchema = z.object({
  name: signInName,
  password: z.string().min(1, 'error.required').max(PASSWORD_LONGEST, 'error.tooLong'),
  shared: z
    .string()
    .optional()
    .transform((value) => value === 'on'),
});
export type SignInInput = z.infer<typeof signInSchema>;

export const redeemSchema = z
  .object({
    code: z.string().min(1, 'error.required').max(40, 'account.codeUnknown'),
    password: newPassword,
    repeated: z.string().min(1, 'error.required'),
    language: z.enum(['en', 'de']).optional(),
  })
  .refine((value) => value.password === value.repeated, {
    path: ['repeated'],
    message: 'account.passwordsDiffer',
  });
export type RedeemInput = z.infer<typeof redeemSchema>;

export const requestResetSchema = z.object({ name: signInName });

export const changePasswordSchema = z
  .object({
    current: z.string().min(1, 'error.required').max(PASSWORD_LONGEST, 'error.tooLong'),
    password: newPassword,
    repeated: z.string().min(1, 'error.required'),
  })
  .refine((value) => value.password === value.repeated, {
    path: ['repeated'],
    message: 'account.passwordsDiffer',
  });
export type ChangePasswordInput = z.infer<typeof changePasswordSchema>;

const timeZones = () => new Set(Intl.supportedValuesOf('timeZone'));

export const timeZone = z.string().refine((zone) => zone === 'UTC' || timeZones().has(zone), 'error.choose');

export const preferencesSchema = z.object({
  language: z.enum(['en', 'de']),
  tone: z.enum(['du', 'sie', 'company']).transform((tone) => (tone === 'company' ? null : tone)),
  timeZone: z.union([z.literal('site').transform(() => null), timeZone]),
});
export type Preferences = z.infer<typeof preferencesSchema>;

const uuid = z.uuid('error.choose');

/** What an empty form field says: nothing. */
const emptyIsNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());

export const emailAddress = z.email('error.email').max(254, 'error.tooLong');

export const inviteSchema = z.object({
  personId: uuid,
  email: emptyIsNull(emailAddress),
  by: z.enum(['mail', 'slip']),
});
export type InviteInput = z.infer<typeof inviteSchema>;

export const ROLES = ['administrator', 'people_operations', 'employee', 'reader', 'external'] as const;

export const changeAccountSchema = z.object({
  personId: uuid,
  email: emptyIsNull(emailAddress),
  role: z.enum(ROLES),
});
export type ChangeAccountInput = z.infer<typeof changeAccountSchema>;

/** A calendar day, as the UTC midnight that a `date` column takes. */
export const day = z.iso.date('error.date').transform((value) => new Date(`${value}T00:00:00.000Z`));

export const endDateSchema = z.object({ personId: uuid, endsOn: emptyIsNull(day) });

export const GRANT_KINDS = [
  'post_to_everyone',
  'post_to_audience',
  'must_read',
  'speak_for',
  'moderate',
  'edit_chart',
  'edit_people',
  'site_staff',
  'deputy',
  'manage_project',
] as const;
export const GRANT_SCOPES = ['company', 'site', 'unit', 'project', 'chart', 'office', 'person'] as const;

/** What each right can be limited to. */
export const SCOPES_OF: Record<(typeof GRANT_KINDS)[number], readonly (typeof GRANT_SCOPES)[number][]> = {
  post_to_everyone: ['company'],
  post_to_audience: ['company', 'site', 'unit'],
  must_read: ['company', 'site', 'unit'],
  speak_for: ['office', 'person'],
  moderate: ['company', 'site'],
  edit_chart: ['chart'],
  edit_people: ['company', 'site'],
  site_staff: ['company', 'site'],
  deputy: ['person'],
  manage_project: ['company', 'project'],
};

export const grantSchema = z.object({
  personId: uuid,
  kind: z.enum(GRANT_KINDS),
  scope: z.enum(GRANT_SCOPES).default('company'),
  scopeId: emptyIsNull(uuid).default(null),
  until: emptyIsNull(day).default(null),
});
export type GrantInput = z.infer<typeof grantSchema>;

export const newPersonSchema = z.object({
  givenName: z.string().trim().min(1, 'error.required').max(80, 'error.tooLong'),
  familyName: z.string().trim().min(1, 'error.required').max(80, 'error.tooLong'),
  personnelNumber: emptyIsNull(z.string().trim().max(40, 'error.tooLong')),
  kind: z.enum(['employee', 'external']).default('employee'),
  siteId: emptyIsNull(uuid),
  endsOn: emptyIsNull(day).default(null),
  email: emptyIsNull(emailAddress),
  by: z.enum(['mail', 'slip']),
});
export type NewPersonInput = z.infer<typeof newPersonSchema>;
