import { z } from 'zod';
import { FIELD_VISIBILITIES, isNoWider, line } from '#server/domain/people/people.schema.ts';

/** One line, or several words with commas between, as skills are. */
export const FIELD_KINDS = ['line', 'list'] as const;

const label = line(60).pipe(z.string().min(1, 'error.required'));
const visibility = z.enum(FIELD_VISIBILITIES, 'error.choose');

const definition = z.object({
  labelEn: label,
  labelDe: label,
  visibility,
  widest: visibility,
  /** A ticked box. */
  selfEdited: z.literal('on').optional(),
});

const inOrder = {
  rule: ({ visibility, widest }: z.output<typeof definition>) => isNoWider(visibility, widest),
  fault: { path: ['visibility'], message: 'fields.defaultTooWide' },
};

/** A new field. Its kind stays as it is: what was written would not fit another. */
export const newFieldInput = definition
  .extend({ kind: z.enum(FIELD_KINDS, 'error.choose') })
  .refine(inOrder.rule, inOrder.fault);
export type NewFieldInput = z.output<typeof newFieldInput>;

/** What can be changed about a field. */
export const fieldInput = definition.refine(inOrder.rule, inOrder.fault);
export type FieldInput = z.output<typeof fieldInput>;
