import { z } from 'zod';

/** A name for the filters that stand in the address. */
export const portfolioViewSchema = z.object({
  name: z.string('error.required').trim().min(1, 'error.required').max(60, 'error.tooLong'),
  query: z.string().max(400),
});

export type PortfolioViewInput = z.input<typeof portfolioViewSchema>;
