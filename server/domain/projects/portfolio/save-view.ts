import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { portfolioSchema } from './portfolio.schema.ts';
import { type PortfolioViewInput, portfolioViewSchema } from './portfolio-view.schema.ts';

const MOST_VIEWS = 20;

/** Keeps filters of the portfolio for the actor alone; the same name replaces. Throws invalid, conflict. */
export async function saveView(parts: Parts, actor: Actor, input: PortfolioViewInput): Promise<void> {
  const { name, query } = parseInput(portfolioViewSchema, input);
  const { personId } = actor;
  await parts.events.transaction(async (tx) => {
    const others = await tx.portfolioView.count({ where: { personId, name: { not: name } } });
    if (others >= MOST_VIEWS) throw new AppError('conflict', { message: 'projects.tooManyViews' });
    const data = { query: toQuery(query), createdAt: parts.clock.now() };
    await tx.portfolioView.upsert({
      where: { personId_name: { personId, name } },
      create: { id: parts.ids.next(), personId, name, ...data },
      update: data,
    });
  });
}

/** Only what the portfolio understands, and no place within its pages. */
function toQuery(text: string): string {
  const given = new URLSearchParams(text);
  const filter = { ...portfolioSchema.parse(Object.fromEntries(given)), after: undefined };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined) search.set(name, String(value));
  }
  if (given.get('view') === 'table') search.set('view', 'table');
  return search.toString();
}
