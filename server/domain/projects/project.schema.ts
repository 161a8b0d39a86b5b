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

const name = z.string('error.required').trim().min(1, 'error.required').max(80, 'error.tooLong');
const description = optionalText(4_000).transform((value) => value ?? '');

/** What a project is called, what it is about, where it belongs, and who may read it. */
export const changeProjectSchema = z.object({
  name,
  descriptionEn: description,
  descriptionDe: description,
  visibility: z.enum(['open', 'members'], 'error.choose'),
  unitId: optionalId,
  /** Asked for where a project for its members is opened: what was read cannot be taken back. */
  sure: z.literal('on').optional(),
});

/** Somebody to take into a project, and what they do there. */
export const addMemberSchema = z.object({
  personId: z.uuid('error.required'),
  title: z.string('error.required').trim().min(1, 'error.required').max(120, 'error.tooLong'),
});

/** A new project: what it is called, who may read it and who answers for it. */
export const createProjectSchema = z.object({
  name,
  descriptionEn: description,
  descriptionDe: description,
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

export const milestoneNamesSchema = z.object({
  nameEn: z.string('error.required').trim().min(1, 'error.required').max(120, 'error.tooLong'),
  nameDe: z.string('error.required').trim().min(1, 'error.required').max(120, 'error.tooLong'),
});

/** One step on the way, with the day it was first promised for. */
export const milestoneSchema = milestoneNamesSchema.extend({ targetOn: dayField });

/** Another day for a milestone, and why. */
export const moveMilestoneSchema = z.object({
  targetOn: dayField,
  reason: z
    .string('projects.slipReasonRequired')
    .trim()
    .min(1, 'projects.slipReasonRequired')
    .max(500, 'error.tooLong'),
});

export const lifecycleSchema = z.object({
  lifecycle: z.enum(['active', 'paused', 'done', 'archived'], 'error.choose'),
});

export type CadenceInput = z.input<typeof cadenceSchema>;
export type CreateProjectInput = z.input<typeof createProjectSchema>;
export type ChangeProjectInput = z.input<typeof changeProjectSchema>;
export type AddMemberInput = z.input<typeof addMemberSchema>;
export type MilestoneNamesInput = z.input<typeof milestoneNamesSchema>;
export type MoveMilestoneInput = z.input<typeof moveMilestoneSchema>;
export type MilestoneInput = z.input<typeof milestoneSchema>;
export type LifecycleInput = z.input<typeof lifecycleSchema>;
