import { z } from 'zod';
import { REACTION_CHOICES } from './reaction-choices.schema.ts';

export const REACTIONS = ['👍', '❤️', '🎉', '💪', '👏', '💡'];

/** What the company decides about itself. Every value has a default, so that a fresh house has a face. */
export const settingsSchema = z.object({
  companyName: z.string().trim().min(1, 'error.required').max(80, 'error.tooLong').default('Flurfunk'),
  /** Degrees on the OKLCH hue circle; every brand shade is derived from it. */
  brandHue: z.coerce.number().min(0).max(360).default(205),
  defaultLanguage: z.enum(['en', 'de']).default('en'),
  germanTone: z.enum(['du', 'sie']).default('du'),
  reactions: z.array(z.string().min(1).max(16)).min(1).max(12).default(REACTIONS),
  /** When the wizard was finished; null while the house is not set up. */
  setUpAt: z.iso.datetime().nullable().default(null),
});

export type CompanySettings = z.infer<typeof settingsSchema>;

/** What administrators change on one page. */
export const companyFormSchema = z.object({
  companyName: z.string().trim().min(1, 'error.required').max(80, 'error.tooLong'),
  brandHue: z.coerce.number('error.number').min(0, 'error.invalid').max(360, 'error.invalid'),
  defaultLanguage: z.enum(['en', 'de'], 'error.choose'),
  germanTone: z.enum(['du', 'sie'], 'error.choose'),
  reaction: z
    .array(z.union([z.literal(''), z.enum(REACTION_CHOICES)]), 'admin.reactionsCount')
    .transform((chosen) => chosen.filter((emoji) => emoji !== ''))
    .refine(
      (chosen) => chosen.length >= 3 && chosen.length <= 8 && new Set(chosen).size === chosen.length,
      'admin.reactionsCount',
    ),
});
