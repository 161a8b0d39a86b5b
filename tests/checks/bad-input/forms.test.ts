import { afterAll, describe, expect, test, vi } from 'vitest';
import { addresses } from '#tests/e2e/setup/address-map.ts';
import { A_FILE, allForms, type Form, ONE_BUTTON, SAY_NOTHING_ELSE } from './forms.ts';
import { openHouse } from './house.ts';
import { noteSchema, noteTexts } from './names-read.ts';
import { faultIn, faultsOfForm, faultsOfSchemas, isTaken, knowForm, submit } from './sweep.ts';

// Every form there is, with whatever somebody could type into any field of it: nothing breaks, what is refused is refused
// at its field in words of ours, and what was typed comes back. The fields are heard from the actions themselves.
vi.mock('#app/shell/forms/parse-form.ts', async (load) => {
  const real = await load<typeof import('#app/shell/forms/parse-form.ts')>();
  const parseForm: typeof real.parseForm = (schema, form) => {
    noteSchema(schema);
    return real.parseForm(schema, form);
  };
  const typedTexts: typeof real.typedTexts = (...given) => noteTexts(real.typedTexts(...given));
  return { ...real, parseForm, typedTexts };
});
vi.mock('#server/platform/parse-input.ts', async (load) => {
  const real = await load<typeof import('#server/platform/parse-input.ts')>();
  const parseInput: typeof real.parseInput = (schema, value) => {
    noteSchema(schema);
    return real.parseInput(schema, value);
  };
  return { parseInput };
});
vi.setConfig({ testTimeout: 120_000 });

const house = await openHouse();
const forms = allForms(house);
afterAll(() => house.world.drop());

const named = ({ file, intent, kind }: Form) => [file, intent, kind].filter(Boolean).join(' ');

describe.each(forms.map((form) => [named(form), form] as const))('%s', (_name, form) => {
  test('takes what is meant, and breaks at nothing', async () => {
    if (!form.button && !form.refuses) expect(await submit(house, form)).toSatisfy(isTaken);
    const known = await knowForm(house, form);
    expect(await faultsOfSchemas(known)).toEqual([]);
    expect(await faultsOfForm(house, form, known)).toEqual([]);
  });
});

test('a form that breaks, speaks in codes or loses what was typed would be found', () => {
  const [form] = forms as [Form];
  const refused = (errors: object, values: object) => ({ status: 400, body: { errors, values } });
  const right = refused({ text: ['error.tooLong'] }, { text: 'Words' });
  expect(faultIn(form, right, ['text'], 'Words')).toBeNull();
  expect(faultIn(form, refused({ text: ['error.tooLong'] }, {}), ['text'], 'Words')).not.toBeNull();
  expect(faultIn(form, refused({ text: ['Too big'] }, { text: 'Words' }), ['text'], 'Words')).not.toBeNull();
  expect(faultIn(form, { status: 500, body: {} }, ['text'], 'Words')).not.toBeNull();
});

test('every form of the house is among them', async () => {
  const known = new Set([...forms.map(({ file, intent }) => `${file} ${intent}`), ...SAY_NOTHING_ELSE]);
  const writing = (await addresses()).filter(
    ({ writes, file }) => writes && ![...ONE_BUTTON, A_FILE].includes(file),
  );
  const all = writing
    .filter(({ file }) => !SAME_ACTION.includes(file))
    .flatMap(({ file, intents }) =>
      (intents.length > 0 ? intents : ['']).map((intent) => `${file} ${intent}`),
    );
  expect(all.filter((form) => !known.has(form))).toEqual([]);
});

/** Pages whose forms are those of a board: see pin-action.ts. */
const SAME_ACTION = ['board', 'pin', 'questions', 'question'].map((page) => `pinboard/${page}.route.tsx`);
