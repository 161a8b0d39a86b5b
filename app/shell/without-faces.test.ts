import { data } from '@remix-run/node';
import { expect, test } from 'vitest';
import { withoutFaces } from './without-faces.ts';

const partner = { personId: 'me', role: 'external' } as const;
const mara = { id: 'mara', name: 'Mara', photo: '/files/1' };
const me = { id: 'me', name: 'Emil', photo: '/files/2' };
const page = () => ({
  rows: [{ person: mara, at: new Date(0) }],
  entry: { author: mara, text: 'photo', commenters: [me] },
});
const blanked = {
  rows: [{ person: { ...mara, photo: null }, at: new Date(0) }],
  entry: { author: { ...mara, photo: null }, text: 'photo', commenters: [me] },
};

test('a partner is told of no photo but their own, however deep it stands', async () => {
  expect(await withoutFaces(page(), partner)).toEqual(blanked);
  expect(await withoutFaces(data(page(), 400), partner)).toMatchObject({ data: blanked });
  expect(await (await withoutFaces({ later: Promise.resolve(mara) }, partner)).later).toMatchObject({
    photo: null,
  });
});

test('nor in an answer that is data and no page; its status and headers stay', async () => {
  const answer = Response.json({ people: [mara] }, { status: 400, headers: { 'Cache-Control': 'no-store' } });
  const told = await withoutFaces(answer, partner);
  expect(await told.json()).toEqual({ people: [{ ...mara, photo: null }] });
  expect([told.status, told.headers.get('Cache-Control')]).toEqual([400, 'no-store']);
  const file = new Response('BEGIN:VCARD');
  expect(await withoutFaces(file, partner)).toBe(file);
});

test.each(['employee', 'reader', 'people_operations', 'administrator'] as const)(
  'to %s nothing changes',
  async (role) => {
    const shown = page();
    expect(await withoutFaces(shown, { personId: 'me', role })).toBe(shown);
  },
);

test('nor to a visitor, who is told of nobody', async () => {
  const shown = page();
  expect(await withoutFaces(shown, null)).toBe(shown);
});
