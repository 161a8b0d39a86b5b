import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type IdentityWorld, identityWorld, visitor } from '#tests/setup/identity-world.ts';
import { createSignInLimits, type SignInLimits } from './sign-in-limits.ts';

// What a password costs to check is not the question here: the limits are asked themselves, as signIn asks them.
vi.setConfig({ testTimeout: 90_000 });

const PEOPLE = 200;
const hall = visitor({ address: '192.0.2.44' });

let world: IdentityWorld;
let limits: SignInLimits;
beforeEach(async () => {
  world = await identityWorld();
  limits = createSignInLimits(world.parts);
});
afterEach(() => world.drop());

const everybody = Array.from({ length: PEOPLE }, (_, index) => String(40_000 + index));

/** One try at a name's password; false when it is refused unseen. */
async function attempt(name: string, correct: boolean): Promise<boolean> {
  const counted = await limits.signIn(hall, name, null).catch(refused);
  if (counted && correct) await counted.succeeded();
  return counted !== null;
}

function refused(error: { code?: string }): null {
  if (error.code !== 'rate_limited') throw error;
  return null;
}

/** Errs so often, then gets in: the number of tries that were refused. */
async function signIn(name: string, errors: number): Promise<number> {
  let denied = 0;
  for (let n = 0; n < errors; n += 1) denied += (await attempt(name, false)) ? 0 : 1;
  return denied + ((await attempt(name, true)) ? 0 : 1);
}

/** Everything below happens within one window of the limits: five minutes, or less. */
test.each([
  ['one after another, five errors each', 1, 5],
  ['twenty at a time, three errors each', 20, 3],
  ['forty at a time, five errors each', 40, 5],
  ['all at once, one error each', PEOPLE, 1],
])('a hall of two hundred behind one address gets in: %s', async (_how, together, errors) => {
  let denied = 0;
  for (let from = 0; from < PEOPLE; from += together) {
    const group = everybody.slice(from, from + together);
    // Their errors first: the worst order there is.
    for (let n = 0; n < errors; n += 1) {
      const seen = await Promise.all(group.map((name) => attempt(name, false)));
      denied += seen.filter((ok) => !ok).length;
    }
    for (const name of group) denied += await signIn(name, 0);
  }
  expect(denied).toBe(0);
});

test('ten who cannot remember, and keep trying, keep nobody else out', async () => {
  for (const name of everybody.slice(0, 10)) for (let n = 0; n < 40; n += 1) await attempt(name, false);
  let denied = 0;
  for (const name of everybody.slice(10)) denied += await signIn(name, 3);
  expect(denied).toBe(0);
});

test.each([
  ['one password for every account', 1_000, 1],
  ['as many as one account takes, for every account', 100, 20],
])('guessing at many accounts from one address is slowed: %s', async (_how, accounts, each) => {
  let seen = 0;
  for (let account = 0; account < accounts; account += 1) {
    for (let n = 0; n < each; n += 1) seen += (await attempt(`victim-${account}`, false)) ? 1 : 0;
  }
  expect(seen).toBeLessThanOrEqual(250);
});

test('an own account in between buys no guesses at others', async () => {
  let seen = 0;
  for (let victim = 0; victim < 600; victim += 1) {
    if (victim % 5 === 0) await signIn('own', 3);
    seen += (await attempt(`victim-${victim}`, false)) ? 1 : 0;
  }
  expect(seen).toBeLessThanOrEqual(250);
});

test('whoever gets in elsewhere, or in a known browser, takes nothing off here', async () => {
  for (let n = 0; n < 250; n += 1) await attempt(`victim-${n}`, false);
  const device = await limits.signIn(hall, 'victim-1', 'known');
  await device.succeeded();
  const elsewhere = await limits.signIn(visitor({ address: '198.51.100.7' }), 'victim-2', null);
  await elsewhere.succeeded();
  expect(await attempt('victim-1', true)).toBe(false);
});
