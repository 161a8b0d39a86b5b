import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'error.date');
const id = z.uuid('error.invalid');
const name = z.string().trim().min(1, 'error.required').max(200, 'error.tooLong');
const source = { externalSource: z.string().max(200).optional(), externalId: z.string().max(200).optional() };

export const createSiteSchema = z.object({
  name,
  slug: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, 'error.invalid')
    .optional(),
  timeZone: z
    .string()
    .refine((zone) => isTimeZone(zone), 'organisation.unknownTimeZone')
    .default('Europe/Berlin'),
  /** ISO 3166-2, for public holidays: DE-HH. */
  region: z.string().max(10).default(''),
  /** ISO weekdays, 1 = Monday. */
  workdays: z.array(z.number().int().min(1).max(7)).min(1, 'error.required').default([1, 2, 3, 4, 5]),
  /** Minutes after local midnight. */
  startMinute: z.number().int().min(0).max(1439).default(480),
  endMinute: z.number().int().min(1).max(1440).default(1020),
});

export const createUnitSchema = z.object({
  name,
  parentId: id.nullish(),
  siteId: id.nullish(),
  from: day.optional(),
  ...source,
});

export const createChartSchema = z.object({
  kind: z.enum(['company', 'project']),
  name,
  /** The project's audience; a chart without one is open to everyone in the company. */
  audienceId: id.optional(),
});

export const createPositionSchema = z.object({
  chartId: id,
  title: z.string().trim().max(300, 'error.tooLong'),
  unitId: id.nullish(),
  siteId: id.nullish(),
  grade: z.string().trim().max(60, 'error.tooLong').nullish(),
  rank: z.number().int().default(0),
  /** The position it reports to; without one it stands at the top. */
  managerId: id.nullish(),
  from: day.optional(),
  /** Where it has been empty for longer than it has been here. */
  vacantSince: day.nullish(),
  ...source,
});

export const updatePositionSchema = z.object({
  title: z.string().trim().max(300, 'error.tooLong').optional(),
  unitId: id.nullish(),
  siteId: id.nullish(),
  grade: z.string().trim().max(60, 'error.tooLong').nullish(),
  rank: z.number().int().optional(),
});

export const assignSchema = z.object({
  positionId: id,
  personId: id,
  /** Percent of a full seat. */
  share: z.number().int().min(1, 'error.invalid').max(100, 'error.invalid').default(100),
  /** The seat whose title and unit stand first on the profile; a person's first one is it by itself. */
  main: z.boolean().optional(),
  from: day.optional(),
  /** First day on which it no longer holds. */
  to: day.nullish(),
});

export const setReportingLineSchema = z.object({
  positionId: id,
  /** Null ends the line: the position stands at the top (primary) or works for nobody else (dotted). */
  managerId: id.nullable(),
  kind: z.enum(['primary', 'dotted']).default('primary'),
  from: day.optional(),
});

export type CreateSite = z.input<typeof createSiteSchema>;
export type CreateUnit = z.input<typeof createUnitSchema>;
export type CreateChart = z.input<typeof createChartSchema>;
export type CreatePosition = z.input<typeof createPositionSchema>;
export type UpdatePosition = z.input<typeof updatePositionSchema>;
export type Assign = z.input<typeof assignSchema>;
export type SetReportingLine = z.input<typeof setReportingLineSchema>;

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
