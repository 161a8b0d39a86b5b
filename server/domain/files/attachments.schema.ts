import { z } from 'zod';
import { ALT_MAX, CREDIT_MAX, FILES_MOST } from './file-limits.schema.ts';

const attachment = z.object({
  id: z.uuid('error.invalid'),
  alt: z.string().trim().max(ALT_MAX, 'error.tooLong').default(''),
  credit: z.string().trim().max(CREDIT_MAX, 'error.tooLong').default(''),
  consent: z.boolean().default(false),
});

/** What is attached to a text, in its order: a form sends it as JSON in one field, empty for nothing. */
export const attachmentsField = z
  .string()
  .max(20_000, 'error.tooLong')
  .optional()
  .transform((text, context) => {
    if (!text) return [];
    const parsed = z.array(attachment).max(FILES_MOST, 'files.tooMany').safeParse(asJson(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: parsed.error.issues[0]?.message ?? 'error.invalid' });
    return z.NEVER;
  });

export type AttachmentInput = z.infer<typeof attachment>;

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
