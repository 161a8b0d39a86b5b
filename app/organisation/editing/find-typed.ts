import type { Actor, Services } from '#app/shell/load-context.ts';
import { isStorable } from '#server/platform/text/storable.schema.ts';
import type { Choice, PlainAnswer } from './edit-desk.ts';
import { personChoice, seatChoice } from './find-choices.ts';

type Found = Pick<PlainAnswer, 'values' | 'errors' | 'choices'>;

/**
 * What was typed without script into a field that finds seats or colleagues, as ids. Where nothing fits, or several do,
 * that is said at the field, and the form gets them to choose from.
 */
export async function findTyped(
  services: Services,
  editor: Actor,
  chartId: string,
  values: Record<string, string>,
): Promise<Found> {
  const { managerIdText, deputyIdText, personIdText } = values;
  const typedSeat = managerIdText ?? deputyIdText;
  if (typedSeat !== undefined) {
    const field = managerIdText === undefined ? 'deputyId' : 'managerId';
    const seat = values.positionId && (await services.organisation.seatToEdit(editor, values.positionId));
    // Left as it stood there.
    const known = seat && { move: seat.manager, deputy: seat.deputy }[values.edit ?? ''];
    if (known && known.label === typedSeat) return withId(values, field, known.id);
    const find = async () => {
      const question = { chart: chartId, text: typedSeat, on: null };
      return (await services.organisation.searchInChart(editor, question)).map(seatChoice);
    };
    return choose(values, field, typedSeat, find);
  }
  if (personIdText !== undefined) {
    const find = async () => (await services.search.suggestPeople(editor, personIdText)).map(personChoice);
    return choose(values, 'personId', personIdText, find);
  }
  return { values };
}

async function choose(
  values: Record<string, string>,
  field: string,
  typed: string,
  find: () => Promise<Choice[]>,
): Promise<Found> {
  const text = typed.trim();
  if (text === '') return withId(values, field, '');
  const found = isStorable(text) ? await find() : [];
  const called = found.filter(({ label }) => label.toLowerCase() === text.toLowerCase());
  const [one] = called.length === 1 ? called : found.length === 1 ? found : [];
  if (one) return withId({ ...values, [`${field}Text`]: one.label }, field, one.id);
  if (found.length === 0) return { values, errors: { [field]: ['orgEdit.notFound'] } };
  return { values, errors: { [field]: ['orgEdit.severalFound'] }, choices: { [field]: found } };
}

const withId = (values: Record<string, string>, field: string, id: string): Found => ({
  values: { ...values, [field]: id },
});
