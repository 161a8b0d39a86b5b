import { z } from 'zod';
import { emailAddress, newPassword, timeZone } from '#server/domain/identity/identity.schema.ts';

/** ISO 3166-2 codes whose public holidays we know; empty = elsewhere, without holidays. */
export const REGIONS = [
  'DE-BW',
  'DE-BY',
  'DE-BE',
  'DE-BB',
  'DE-HB',
  'DE-HH',
  'DE-HE',
  'DE-MV',
  'DE-NI',
  'DE-NW',
  'DE-RP',
  'DE-SL',
  'DE-SN',
  'DE-ST',
  'DE-SH',
  'DE-TH',
] as const;

export const MOST_SITES = 30;

const siteSchema = z.object({
  name: z.string().trim().min(1, 'error.required').max(80, 'error.tooLong'),
  timeZone,
  region: z.union([z.literal(''), z.enum(REGIONS, 'error.choose')]),
});

const name = z.string().trim().min(1, 'error.required').max(80, 'error.tooLong');

/** All the wizard asks, in one form. */
export const setupSchema = z
  .object({
    setupCode: z.string().max(40).optional(),
    companyName: name,
    brandHue: z.coerce.number('error.number').min(0, 'error.invalid').max(360, 'error.invalid'),
    defaultLanguage: z.enum(['en', 'de'], 'error.choose'),
    germanTone: z.enum(['du', 'sie'], 'error.choose'),
    sites: z.array(siteSchema).min(1, 'error.required').max(MOST_SITES),
    givenName: name,
    familyName: name,
    email: emailAddress,
    password: newPassword,
    repeated: z.string().min(1, 'error.required'),
  })
  .refine((value) => value.password === value.repeated, {
    path: ['repeated'],
    message: 'account.passwordsDiffer',
  });

export type SetupInput = z.infer<typeof setupSchema>;
