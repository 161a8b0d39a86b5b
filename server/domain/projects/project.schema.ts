import { z } from 'zod';
import { dayField, optionalDay, optionalText } from './project-fields.schema.ts';

const optionalId = z
  .union([z.uuid('error.choose'), z.literal('')])
  .optional()
  .transform((value) => value || null);

const cadence = z.enum(['weekly', 'fortnightly', 'monthly', 'none'], 'error.choose');
const cadenceWeekday = z.coerce.number('error.choose').int().min(1, 'error.choose').max(7, 'error.choose');
const cadenceHour = z.coerce.number('error.choose').int().min(0, 'error.choose').max(23, 'error.choose');

/** How often a status is due, on which weekday (1 = Monday), at which hour of the writer's clock. */
export const cadenceSchema = z.object({ cadence, cadenceWeekday, cadenceHour });

/** A new project: what it is called, who may read it and who answers for it. */
export const createProjectSchema = z.object({
  name: z.string('error.required').trim().min(1, 'error.required').max(80, 'error.tooLong'),
  descriptionEn: optionalText(4_000).transform((value) => value ?? ''),
  descriptionDe: optionalText(4_000).transform((value) => value ?? ''),
  visibility: z.enum(['open', 'members'], 'error.choose').default('open'),
  unitId: optionalId,
  parentId: optionalId,
  startedOn: optionalDay,
  targetOn: optionalDay,
  cadence: cadence.default('weekly'),
  cadenceWeekday: cadenceWeekday.default(5),
  cadenceHour: cadenceHour.default(12),
  leadId: z.uuid('error.required'),
  deputyId: optionalId,
  sponsorId: optionalId,
});

/** One step on the way, with the day it was first promised for. */
export const milestoneSchema = z.object({
  nameEn: z.string('error.required').trim().min(1, 'error.required').max(120, 'error.tooLong'),
  nameDe: z.string('error.required').trim().min(1, 'error.required').max(120, 'error.tooLong'),
  targetOn: dayField,
});

export const lifecycleSchema = z.object({
  lifecycle: z.enum(['active', 'paused', 'done', 'archived'], 'error.choose'),
});

export type CadenceInput = z.input<typeof cadenceSchema>;
export type CreateProjectInput = z.input<typeof createProjectSchema>;
export type MilestoneInput = z.input<typeof milestoneSchema>;
export type LifecycleInput = z.input<typeof lifecycleSchema>;
