import type { Format } from '#app/shell/format.ts';
import type { Translate } from '#app/shell/i18n.tsx';
import type { ChartCard, Holder } from '#server/domain/organisation/chart.view.ts';
import { MARKS } from './changes/mark-icon.tsx';

/** Who a card is called after: its holders, or that it is vacant. */
export function cardName(t: Translate, format: Format, card: ChartCard): string {
  if (card.holders.length === 0) return t('organisation.vacant');
  return format.list(card.holders.map(({ person }) => person.name || t('common.nameWithheld')));
}

/** The name that fits into a sentence: a vacant seat is called by its title. */
export function cardLabel(t: Translate, format: Format, card: ChartCard): string {
  return card.holders.length === 0 && card.title ? card.title : cardName(t, format, card);
}

/** "away until 9 Dec, deputy Jonas Böttger"; on a shared seat with the name of who is away. */
export function awaySentence(t: Translate, format: Format, card: ChartCard, holder: Holder): string {
  if (!holder.awayUntil) return '';
  const date = format.date(holder.awayUntil);
  const away =
    card.holders.length > 1 && holder.person.name
      ? t('organisation.nameAwayUntil', { name: holder.person.name, date })
      : t('organisation.awayUntil', { date });
  const deputy = holder.deputy?.name;
  return deputy ? `${away}, ${t('organisation.deputy', { name: deputy })}` : away;
}

/** One sentence that says the whole card, for those who hear it. */
export function cardSentence(t: Translate, format: Format, card: ChartCard): string {
  return [
    card.vacantSince
      ? t('organisation.vacantSince', { month: format.month(card.vacantSince) })
      : cardName(t, format, card),
    card.holders.length > 1 && t('organisation.jobShare'),
    card.title,
    card.unit,
    ...card.holders.map((holder) => awaySentence(t, format, card, holder)),
    ...card.dotted.map((line) => t('organisation.alsoWorksFor', { name: line.label })),
    card.deputy && t('organisation.deputy', { name: card.deputy.label }),
    ...(card.marks ?? []).map((mark) => t(MARKS[mark].word)),
    card.direct > 0 && t('organisation.reportsInAll', { direct: card.direct, total: card.total }),
  ]
    .filter(Boolean)
    .join(', ');
}
