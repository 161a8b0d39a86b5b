import { Clock } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Cell, HeadCell, Row, Table } from '#app/ui/table.tsx';
import type { AnswerFigureView } from '#server/domain/pinboard/answer-figures.queries.ts';

/** Within what working time units answered, quarter by quarter; in the order of names, because nobody is ranked. */
export function AnswerFigures({ figures }: { figures: AnswerFigureView[] }) {
  const t = useT();
  const duration = (minutes: number) =>
    t('questions.duration', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  if (figures.length === 0) {
    return (
      <EmptyState icon={Clock} title={t('questions.figuresEmpty')}>
        {t('questions.figuresEmptyHint')}
      </EmptyState>
    );
  }
  return (
    <>
      <p className="mb-3 px-4 text-meta text-soft md:px-0">{t('questions.figuresText')}</p>
      <Table caption={t('questions.figures')}>
        <thead>
          <tr>
            <HeadCell>{t('questions.figuresQuarter')}</HeadCell>
            <HeadCell>{t('questions.figuresUnit')}</HeadCell>
            <HeadCell>{t('questions.figuresHalf')}</HeadCell>
            <HeadCell>{t('questions.figuresMost')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ unit, site, year, quarter, median, ninetieth }) => (
            <Row key={`${year}-${quarter}-${unit}-${site}`}>
              <Cell>{t('questions.quarter', { quarter, year: String(year) })}</Cell>
              <Cell>
                {unit} <span className="text-muted">· {site}</span>
              </Cell>
              <Cell className="tabular-nums">{duration(median)}</Cell>
              <Cell className="tabular-nums">{duration(ninetieth)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </>
  );
}
