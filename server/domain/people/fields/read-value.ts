import { companyFieldValue, tagList } from '#server/domain/people/people.schema.ts';
import { invalid } from '#server/platform/errors.ts';
import { isStorable } from '#server/platform/text/storable.schema.ts';
import type { CompanyField } from './company-fields.queries.ts';

/**
 * What was typed into a company's field, as it is kept; nothing where it was emptied.
 * @param input what the form calls the field
 * @throws AppError invalid, at that name
 */
export function readValue({ kind }: Pick<CompanyField, 'kind'>, text: string, input: string): string[] {
  if (!isStorable(text)) throw invalid({ [input]: ['error.invalid'] });
  const read = (kind === 'list' ? tagList : companyFieldValue).safeParse(text);
  if (!read.success) {
    const fault = read.error.issues[0]?.message ?? 'error.invalid';
    throw invalid({ [input]: [fault] });
  }
  return typeof read.data === 'string' ? (read.data ? [read.data] : []) : read.data;
}
