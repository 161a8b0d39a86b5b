import { expect, test } from 'vitest';
import { systemActor } from '#server/domain/identity/actor.ts';
import { answers, OPERATIONS } from '#tests/setup/roles.ts';
import { assertMayImport, mayImport } from './imports.policy.ts';

test('import', async () => {
  expect(await answers(mayImport)).toEqual(OPERATIONS);
  expect(mayImport(systemActor)).toBe(true);
});

test('the refusal says why', async () => {
  const asserted = await answers((actor) => {
    try {
      assertMayImport(actor);
      return true;
    } catch (error) {
      expect(error).toMatchObject({ code: 'forbidden', details: { message: 'import.errorForbidden' } });
      return false;
    }
  });
  expect(asserted).toEqual(OPERATIONS);
});
