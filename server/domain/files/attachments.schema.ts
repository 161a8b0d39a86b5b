import { z } from 'zod';
import { isStorable } from '#server/platform/text/storable.schema.ts';
import { ALT_MAX, CREDIT_MAX, FILES_MOST } from './file-limits.schema.ts';

const attachment = z.object({
  id: z.uuid('error.invalid'),
  alt: z.string().trim().max(ALT_MAX, 'error.tooLong').default(''),
  credit: z.string().trim().max(CREDIT_MAX, 'error.tooLong').default(''),
  consent: z.boolean().default(false),
});

const list = z
  .string()
  .max(20_000, 'error.tooLong')
  .transform((text, context) => {
    if (!text) return [];
    const given = asJson(text);
    const parsed = z.array(attachment).max(FILES_MOST, 'files.tooMany').safeParse(given);
    // JSON can write what the field that carries it does not hold: "\u0000" is six harmless signs until here.
    if (!isStorable(given)) return refuse(context);
    if (parsed.success) return parsed.data;
    return refuse(context, parsed.error.issues[0]?.message);
  });

/** What is attached to a text, in its order: a form sends it as JSON in one field, empty for nothing. */
export const attachmentsField = list.optional().transform((attachments) => attachments ?? []);

/** The same of a text that is being changed: a form that does not send the field leaves its files as they are. */
export const changedAttachmentsField = list.optional();

export type AttachmentInput = z.infer<typeof attachment>;

function refuse(context: z.RefinementCtx, message = 'error.invalid'): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
