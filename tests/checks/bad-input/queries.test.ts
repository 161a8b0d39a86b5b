import { afterAll, describe, expect, test, vi } from 'vitest';
import { directoryInput } from '#server/domain/people/people.schema.ts';
import { portfolioSchema } from '#server/domain/projects/portfolio/portfolio.schema.ts';
import { searchSchema } from '#server/domain/search/search.schema.ts';
import { addresses } from '#tests/e2e/setup/address-map.ts';
import { fewTexts, hostileTexts } from '#tests/setup/hostile-texts.ts';
import { ask, type Call } from '#tests/setup/page-call.ts';
import { type House, openHouse } from './house.ts';
import { namesIn } from './names-read.ts';

// Every address that is read, with whatever somebody could write into any part of it: its path and its query. What a
// loader asks a query for is heard from it.
vi.setConfig({ testTimeout: 120_000 });

const house: House = await openHouse();
afterAll(() => house.world.drop());

/** Queries that are read as a whole, by their schema. */
const WHOLE: Record<string, unknown> = {
  'people/directory.route.tsx': directoryInput,
  'projects/portfolio.route.tsx': portfolioSchema,
  'projects/portfolio-csv.route.ts': portfolioSchema,
  'search/search.route.tsx': searchSchema,
};

/** Into these, people write. */
const TYPED = ['q', 'find', 'lead', 'skill'];

const { ids, people } = house;
const PARAMS: Record<string, string> = {
  ...{
    entryId: ids.postId,
    slug: ids.slug,
    handle: people.author.handle,
    ownerId: people.colleague.personId,
  },
  ...{ code: 'ABCD-EFGH', token: 'Words' },
};
const IDS: [file: RegExp, id: string][] = [
  [/^projects\/status/, ids.statusId],
  [/^must-read/, ids.mustReadId],
  [/^pinboard/, ids.pinId],
  [/^admin\/import/, ids.importId],
  [/./, ids.postId],
];

const pages = (await addresses())
  .filter(({ reads }) => reads)
  .map(({ file, pattern }) => {
    const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
    const idOf = IDS.find(([room]) => room.test(file))?.[1] ?? '';
    const params = Object.fromEntries(names.map((name) => [name, PARAMS[name] ?? idOf]));
    return { file, pattern, params };
  });

/** The names that a loader asks its query for. */
async function asked(call: Call): Promise<string[]> {
  const names = new Set(namesIn(WHOLE[call.file]));
  const spies = (['get', 'getAll', 'has'] as const).map((way) => {
    const original = URLSearchParams.prototype[way] as (name: string) => never;
    return vi.spyOn(URLSearchParams.prototype, way).mockImplementation(function (
      this: URLSearchParams,
      name: string,
    ) {
      names.add(name);
      return original.call(this, name);
    } as never);
  });
  await ask(house.world, call, new URLSearchParams());
  for (const spy of spies) spy.mockRestore();
  return [...names];
}

describe.each(pages.map((page) => [page.pattern, page] as const))('%s', (_pattern, { file, params }) => {
  test('breaks at nothing that stands in it', async () => {
    const call: Call = { file, params, actor: people.admin };
    const few = await fewTexts();
    const all = (await hostileTexts()).map(([, text]) => text);
    const names = await asked(call);
    const broken: string[] = [];
    const look = async (what: string, given: Partial<Call>, query: [string, string][]) => {
      const { status, broke } = await ask(house.world, { ...call, ...given }, new URLSearchParams(query));
      if (status >= 500) broken.push(`${what}: ${String(broke).slice(-300)}`);
    };
    // One part at a time: what one refuses is not to hide what the others make of it.
    for (const name of names)
      for (const text of TYPED.includes(name) ? all : few)
        await look(`?${name}=${text.slice(0, 40)}`, {}, [[name, text.slice(0, 100_000)]]);
    for (const name of Object.keys(params))
      for (const text of few)
        await look(`:${name} ${text.slice(0, 40)}`, { params: { ...params, [name]: text } }, []);
    expect(broken).toEqual([]);
  });
});

test('what loaders ask for is heard', async () => {
  const call = { file: 'admin/accounts.route.tsx', actor: people.admin };
  expect(await asked(call)).toEqual(expect.arrayContaining(['q', 'show', 'after']));
});
