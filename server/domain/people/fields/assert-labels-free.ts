import { invalid } from '#server/platform/errors.ts';
import { fold } from '#server/platform/text/fold.ts';
import type { CompanyField } from './company-fields.queries.ts';

type Labels = Pick<CompanyField, 'labelEn' | 'labelDe'>;

/** @throws AppError invalid, at the label, where one of the others is called so in that language */
export function assertLabelsFree(input: Labels, others: readonly Labels[]): void {
  for (const label of ['labelEn', 'labelDe'] as const)
    if (others.some((field) => fold(field[label]) === fold(input[label])))
      throw invalid({ [label]: ['fields.labelTaken'] });
}
