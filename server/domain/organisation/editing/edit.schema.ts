import { z } from 'zod';

const id = z.uuid('error.choose');
/** What an empty field of a form says: nothing. */
const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());
const day = z.iso.date('error.date');
const title = z.string().trim().min(1, 'error.required').max(300, 'error.tooLong');

const common = {
  /** First day on which it holds; today where left out. */
  from: orNull(day).default(null),
};
const onSeat = {
  ...common,
  positionId: id,
  /** What the editor had before them: see `positionVersion`. */
  version: z.string().max(64),
};

/** One change of a chart, as forms and drags send it. */
export const editSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move'), ...onSeat, managerId: orNull(id).default(null) }),
  z.object({
    kind: z.literal('change'),
    ...onSeat,
    title,
    unitId: orNull(id).default(null),
    siteId: orNull(id).default(null),
  }),
  z.object({ kind: z.literal('dotted'), ...onSeat, managerId: id }),
  z.object({ kind: z.literal('undotted'), ...onSeat, managerId: id }),
  z.object({ kind: z.literal('deputy'), ...onSeat, deputyId: id }),
  z.object({ kind: z.literal('undeputy'), ...onSeat }),
  z.object({
    kind: z.literal('fill'),
    ...onSeat,
    personId: id,
    share: z.coerce
      .number('error.invalid')
      .int('error.invalid')
      .min(1, 'error.invalid')
      .max(100, 'error.invalid'),
    until: orNull(day).default(null),
  }),
  z.object({ kind: z.literal('vacate'), ...onSeat, assignmentId: id }),
  z.object({ kind: z.literal('end'), ...onSeat }),
  z.object({
    kind: z.literal('add'),
    ...common,
    chartId: id,
    title,
    unitId: orNull(id).default(null),
    siteId: orNull(id).default(null),
    managerId: orNull(id).default(null),
  }),
]);

export type EditInput = z.input<typeof editSchema>;
export type Edit = z.output<typeof editSchema>;
