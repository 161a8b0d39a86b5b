import { Clock } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Cell, HeadCell, Row, Table } from '#app/ui/table.tsx';
import type { AnswerFigureView } from '#server/domain/pinboard/answer-figures.queries.ts';

/** Within what working time units answered, quarter by quarter; in the order of names, because nobody is ranked. */
export function AnswerFigures({ figures }: { figures: AnswerFigureView[] }) {
  const t = useT();
  if (figures.length === 0) {
    return (
      <EmptyState icon={Clock} title={t('questions.figuresEmpty')}>
        {t('questions.figuresEmptyHint')}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <p className="px-4 text-meta text-soft md:px-0">{t('questions.figuresText')}</p>
      {quartersOf(figures).map((told) => (
        <Quarter key={`${told[0].year}-${told[0].quarter}`} figures={told} />
      ))}
    </div>
  );
}

function Quarter({ figures }: { figures: Told }) {
  const t = useT();
  const [{ year, quarter }] = figures;
  const name = t('questions.quarter', { quarter, year: String(year) });
  const duration = (minutes: number) =>
    t('questions.duration', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  return (
    <section>
      <h2 className="mb-2 px-4 font-semibold md:px-0">{name}</h2>
      <Table caption={`${t('questions.figures')}, ${name}`} className="max-md:rounded-none max-md:border-x-0">
        <thead>
          <tr>
            <HeadCell className="w-full">{t('questions.figuresUnit')}</HeadCell>
            <HeadCell className="text-end max-md:ps-0">{t('questions.figuresHalf')}</HeadCell>
            <HeadCell className="text-end max-md:ps-0">{t('questions.figuresMost')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ unit, site, median, ninetieth }) => (
            <Row key={`${unit} ${site}`}>
              <th
                scope="row"
                className="px-4 py-2.5 text-start align-top font-normal break-words hyphens-auto"
              >
                {unit} <span className="text-muted max-md:block">{site}</span>
              </th>
              <Cell className="text-end whitespace-nowrap tabular-nums max-md:ps-0">{duration(median)}</Cell>
              <Cell className="text-end whitespace-nowrap tabular-nums max-md:ps-0">
                {duration(ninetieth)}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

type Told = [AnswerFigureView, ...AnswerFigureView[]];

/** They come the newest quarter first. */
function quartersOf(figures: AnswerFigureView[]): Told[] {
  const quarters: Told[] = [];
  for (const figure of figures) {
    const last = quarters.at(-1);
    if (last?.[0].year === figure.year && last[0].quarter === figure.quarter) last.push(figure);
    else quarters.push([figure]);
  }
  return quarters;
}
