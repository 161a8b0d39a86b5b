import { z } from 'zod';

export const IMPORT_KIND_CHOICES = ['organisation', 'people', 'projects'] as const;

/** Which system the ids come from; rows are found again by source and id. */
export const sourceSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, 'error.required')
  .max(40, 'error.tooLong')
  .regex(/^[a-z0-9][a-z0-9 ._-]*$/, 'import.errorSource');

/** What a person chooses for a dry run: kind, source, columns, remedies. */
export const chooseImportSchema = z.object({
  kind: z.enum(IMPORT_KIND_CHOICES).optional(),
  source: sourceSchema.optional(),
  mapping: z.record(z.string(), z.string()).optional(),
  remedies: z.record(z.string(), z.string()).optional(),
});
export type ChooseImport = z.input<typeof chooseImportSchema>;
