import { afterAll, expect, test, vi } from 'vitest';
import { everyText, hostileTexts } from '#tests/setup/hostile-texts.ts';
import { send } from '#tests/setup/page-call.ts';
import { openHouse } from './house.ts';

// What comes in as a file: how it is called, and what stands in every cell of an imported sheet.
vi.setConfig({ testTimeout: 120_000 });

const house = await openHouse();
const { admin, author } = house.people;
afterAll(() => house.world.drop());

const COLUMNS = [
  'external_id',
  'given_name',
  'family_name',
  'personnel_number',
  'email',
  'site',
  'joined_on',
];
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** One row for each string, which stands in every cell of it. */
async function sheet(): Promise<string> {
  const rows = (await everyText()).map((text) => COLUMNS.map(() => cell(text)).join(';'));
  return [COLUMNS.join(';'), ...rows].join('\r\n');
}

test('a file may be called whatever it is called', async () => {
  const broken: unknown[] = [];
  for (const [, text] of await hostileTexts()) {
    // A name in a multipart body is one line (RFC 7578).
    const name = text.replace(/[\r\n]/g, ' ').slice(0, 2_000);
    const answers = [
      await send(
        house.world,
        { file: 'files/upload.route.ts', actor: author },
        { file: new File(['words'], name) },
      ),
      await send(
        house.world,
        { file: 'admin/import-list.route.tsx', actor: admin },
        { file: new File(['a;b\n1;2'], name) },
      ),
    ];
    for (const { status, broke } of answers)
      if (status >= 500) broken.push([name.slice(0, 60), String(broke)]);
  }
  expect(broken).toEqual([]);
});

test('a sheet full of it is read, row by row, and applied as far as it makes sense', async () => {
  const { imports } = house.world.services;
  const bytes = new TextEncoder().encode(await sheet());
  const id = await imports.start(admin, { fileName: 'people.csv', bytes });
  await imports.choose(admin, id, { kind: 'people', source: 'hr' });
  const view = await imports.read(admin, id, { from: 0 });
  expect(view.run.state).toBe('planned');
  expect(JSON.stringify(view)).not.toMatch(/PrismaClient|undefined is not/);
});
