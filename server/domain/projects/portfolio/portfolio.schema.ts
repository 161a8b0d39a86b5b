import { z } from 'zod';
import { HEALTHS } from '#server/domain/projects/status.schema.ts';

export const PORTFOLIO_SORTS = ['health', 'name', 'updated', 'stale', 'target', 'slip'] as const;
export const PORTFOLIO_LIFECYCLES = ['current', 'active', 'paused', 'done', 'archived', 'all'] as const;

/**
 * The portfolio's filters as they stand in the address. A value nobody offers is ignored rather than
 * refused: an old bookmark still shows projects.
 */
export const portfolioSchema = z.object({
  health: z
    .enum([...HEALTHS, 'none'])
    .optional()
    .catch(undefined),
  lead: z.string().trim().max(80).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  /** Only those the reader works in or follows. */
  mine: z.literal('1').optional().catch(undefined),
  lifecycle: z.enum(PORTFOLIO_LIFECYCLES).catch('current').default('current'),
  stale: z.coerce.number().int().min(1).max(3_650).optional().catch(undefined),
  /** Only those whose status is due, or overdue. */
  awaited: z.enum(['due', 'overdue']).optional().catch(undefined),
  sort: z.enum(PORTFOLIO_SORTS).catch('health').default('health'),
  after: z.string().max(400).optional().catch(undefined),
});

export type PortfolioFilter = z.infer<typeof portfolioSchema>;
