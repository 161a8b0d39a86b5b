import { afterAll, beforeAll, expect, test } from 'vitest';
import { testWorld, type World } from '#tests/setup/world.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.drop());

const PROPERTY = /^(BEGIN|VERSION|N|FN|ORG|TITLE|EMAIL|TEL|ADR|UID|END)[:;]/;

/** The card of somebody of this name, its lines put together again (RFC 2425 section 5.8.1). */
async function cardOf(givenName: string, familyName: string, company = 'Hansa Werke') {
  const reader = await world.build.actor();
  const { handle } = await world.build.actor({ givenName, familyName });
  const { text } = await world.services.people.vcard(reader, handle, company);
  return { text, lines: text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1) };
}

/** A value as an address book reads it. */
const read = (value = '') => value.replace(/\\(.)/g, (_all, sign) => (/n/i.test(sign) ? '\n' : sign));

const BREAKS = ['\r\n', '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];

test.each(BREAKS.map((sign) => [JSON.stringify(sign), sign]))(
  'a line break in a name begins no line of its own: %s',
  async (_name, sign) => {
    const { text, lines } = await cardOf(
      `Mara${sign}TEL;TYPE=CELL:+49 666`,
      `Süß${sign}END:VCARD`,
      `Hansa${sign}NOTE:x`,
    );
    expect(lines.filter((line) => !PROPERTY.test(line))).toEqual([]);
    expect(lines.filter((line) => /^(TEL|NOTE)/.test(line))).toEqual([]);
    expect(lines.filter((line) => line === 'END:VCARD')).toHaveLength(1);
    expect(lines).toContain('N:Süß\\nEND:VCARD;Mara\\nTEL\\;TYPE=CELL:+49 666;;;');
    expect(text.replaceAll('\r\n', '')).not.toContain(sign);
  },
);

test('control characters are left out, everything else comes back as it was', async () => {
  const controls = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code))
    // Not stored (NUL), breaks (above), and what is no control character or may stand in a text.
    .filter((sign) => /\p{Cc}/u.test(sign) && sign !== '\0' && sign !== '\t' && !BREAKS.includes(sign));
  expect(controls).toHaveLength(65 - 2 - 5);
  const { lines } = await cardOf(`M${controls.join('')}ara`, 'Back\\slash;semi,comma\tand ü 🏗️ n\\n');
  const name = lines.find((line) => line.startsWith('N:'))?.slice(2) ?? '';
  expect(read(name)).toBe('Back\\slash;semi,comma\tand ü 🏗️ n\\n;Mara;;;');
});

test('as a QR code it holds the same, of a length that a camera reads', async () => {
  const reader = await world.build.actor();
  const { handle } = await world.build.actor({ givenName: 'Mara', familyName: 'Süß-Lindemann' });
  const svg = await world.services.people.vcardQr(reader, handle, 'Hansa Werke');
  expect(svg).toMatch(/^<svg .*<\/svg>$/);
  // Version 12 has 65 modules a side; denser ones are hard to hold still.
  expect(Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])).toBeLessThanOrEqual(65 + 8);
  await expect(world.services.people.vcardQr(reader, 'nobody', 'X')).rejects.toMatchObject({
    code: 'not_found',
  });
});
