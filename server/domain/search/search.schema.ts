import { z } from 'zod';

/** What can be asked for. Posts, statuses and pins each come with what was said below them. */
export const SEARCH_KINDS = ['person', 'project', 'post', 'status', 'pin', 'question', 'notice'] as const;
export type SearchKindName = (typeof SEARCH_KINDS)[number];

const text = (most: number) =>
  z
    .string()
    .transform((typed) => typed.replaceAll('\0', '').trim().slice(0, most) || undefined)
    .optional()
    .catch(undefined);
const day = z.iso.date().optional().catch(undefined);

/** What stands in the address of the search page; anything odd counts as not given. */
export const searchSchema = z.object({
  q: z
    .string()
    .catch('')
    .transform((typed) => typed.replaceAll('\0', '').trim().slice(0, 200)),
  kind: z.enum(SEARCH_KINDS).nullable().catch(null),
  unit: z.uuid().optional().catch(undefined),
  /** A project's slug. */
  project: text(100),
  /** A name or handle, as typed. */
  author: text(160),
  /** First and last day, as 2026-12-01. */
  from: day,
  to: day,
  cursor: z.string().max(200).nullable().catch(null),
});

export type SearchInput = z.infer<typeof searchSchema>;
