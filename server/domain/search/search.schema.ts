import { z } from 'zod';

export const SEARCH_KINDS = ['person', 'post', 'project', 'notice', 'question'] as const;
export type SearchKindName = (typeof SEARCH_KINDS)[number];

/** What stands in the address of the search page; anything odd counts as not given. */
export const searchSchema = z.object({
  q: z
    .string()
    .catch('')
    .transform((text) => text.replaceAll('\0', '').trim().slice(0, 200)),
  kind: z.enum(SEARCH_KINDS).nullable().catch(null),
  cursor: z.string().max(200).nullable().catch(null),
});

export type SearchInput = z.infer<typeof searchSchema>;
