import type { Translate } from '#app/shell/i18n.tsx';
import type { BranchCard } from '#server/domain/organisation/export/branch.queries.ts';

/**
 * A chart as a table: one line a position and, on a shared seat, one a person: who sits where, and above whom. The ids tie a line to the
 * one it reports to, also where names are alike or withheld.
 */
export async function* csvPieces(
  t: Translate,
  pieces: AsyncIterable<readonly BranchCard[]>,
): AsyncGenerator<string[][]> {
  yield [head(t)];
  for await (const piece of pieces) yield piece.flatMap((card) => rowsOf(t, card));
}

function head(t: Translate): string[] {
  return [
    t('orgExport.columnPositionId'),
    t('orgExport.columnReportsToId'),
    t('orgExport.columnLevel'),
    t('organisation.columnName'),
    t('organisation.columnPosition'),
    t('organisation.unit'),
    t('organisation.site'),
    t('orgExport.columnShare'),
    t('orgExport.columnVacantSince'),
    t('orgExport.columnDirect'),
    t('orgExport.columnTotal'),
    t('orgExport.columnAlsoFor'),
    t('orgExport.columnDeputy'),
  ];
}

function rowsOf(t: Translate, card: BranchCard): string[][] {
  const row = (name: string, share: string) => [
    card.id,
    card.parentId ?? '',
    String(card.level),
    name,
    card.title,
    card.unit ?? '',
    card.site ?? '',
    share,
    card.vacantSince ?? '',
    String(card.direct),
    String(card.total),
    card.dotted.map((line) => line.label).join('; '),
    card.deputy?.label ?? '',
  ];
  if (card.holders.length === 0) return [row('', '')];
  return card.holders.map(({ person, share }) => row(person.name || t('common.nameWithheld'), String(share)));
}
