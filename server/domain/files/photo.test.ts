import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { photoInput } from './photo.schema.ts';
import { setPhoto } from './set-photo.ts';
import { storageKeys } from './storage-keys.ts';

let world: World;
let team: Team;
let picture: Buffer;

beforeAll(async () => {
  world = await testWorld();
  team = await buildTeam(world);
  picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#a74' } })
    .withExif({ IFD0: { Copyright: 'secret' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => world.drop());
beforeEach(() => world.services.files.removePhoto(team.mara, team.mara.personId));

const agreed = photoInput.parse({ consent: 'on' });
const show = (bytes: Uint8Array = picture, by = team.mara) =>
  world.services.files.setPhoto(by, team.mara.personId, { name: 'me.jpg', bytes }, agreed);
const profile = (reader: Actor) => world.services.people.profile(reader, team.mara.handle);
const fileOf = async () => {
  const { photoFileId } = await world.db.person.findUniqueOrThrow({ where: { id: team.mara.personId } });
  return photoFileId ? world.db.file.findUnique({ where: { id: photoFileId } }) : null;
};
/** What the store still holds of a file. */
const kept = async (file: { storageKey: string; widths: number[] }) => {
  const bytes = await Promise.all(storageKeys(file).map((key) => world.parts.files.get(key)));
  return bytes.filter(Boolean).length;
};

describe('one’s own photo', () => {
  test('is shown once one agrees, wherever the name stands, and the consent is noted with it', async () => {
    expect((await profile(team.ronja)).person.photo).toBeNull();
    await show();
    const file = await fileOf();
    expect(file).toMatchObject({ widths: [96, 192, 384], consent: true, ownerId: team.mara.personId });
    const address = `/files/${file?.id}`;
    expect((await profile(team.ronja)).person.photo).toBe(address);
    const { id } = await world.services.feed.publishPost(team.mara, {
      text: 'Hello',
      audienceId: team.unit.audienceId,
    });
    const entry = (await world.services.conversation.entryViews(team.mara, [id])).get(id);
    expect(entry?.author.photo).toBe(address);
  });

  test('is square, without what the camera wrote, as AVIF afterwards, too', async () => {
    await show();
    const id = (await fileOf())?.id ?? '';
    for (const width of [96, 192, 384]) {
      const { bytes, face } = await world.services.files.read(team.ronja, id, width);
      const metadata = await sharp(bytes).metadata();
      expect([metadata.format, metadata.width, metadata.height, metadata.exif, face]).toEqual([
        'webp',
        width,
        width,
        undefined,
        true,
      ]);
    }
    await world.jobs.run('files.avif');
    expect((await fileOf())?.avif).not.toBeNull();
  });

  test('has another address when it is another one, and the old one is gone', async () => {
    await show();
    const before = await fileOf();
    await show();
    const after = await fileOf();
    expect(after?.id).not.toBe(before?.id);
    expect(before && (await kept(before))).toBe(0);
    expect(await world.db.file.count({ where: { id: before?.id ?? '' } })).toBe(0);
  });

  test.each<[string, unknown]>([
    ['nothing ticked', {}],
    ['a tick of another kind', { consent: 'no' }],
    ['a square that is none', { consent: 'on', x: 'a', y: 0, side: 1 }],
  ])('is not taken with %s', (_what, form) => {
    expect(photoInput.safeParse(form).success).toBe(false);
  });

  test('is cut in the middle where no square comes with it, as without script', () => {
    expect(photoInput.parse({ consent: 'on', x: '', y: '', side: '' }).square).toBeNull();
    const square = { x: '0.1', y: '0', side: '0.5' };
    expect(photoInput.parse({ consent: 'on', ...square }).square).toEqual({ x: 0.1, y: 0, side: 0.5 });
  });

  test.each([
    ['a text', Buffer.from('hello'), 'people.photoKinds'],
    ['a drawing that may hold a script', Buffer.from('<svg onload="alert(1)"/>'), 'people.photoKinds'],
    ['nothing', new Uint8Array(), 'files.empty'],
    ['only the head of a picture', Buffer.from('GIF89a'), 'files.brokenPicture'],
  ])('is refused where it is %s', async (_what, bytes, reason) => {
    const upload = { name: 'me', bytes };
    const set = world.services.files.setPhoto(team.mara, team.mara.personId, upload, agreed);
    await expect(set).rejects.toMatchObject({ details: { fields: { file: [reason] } } });
    expect(await fileOf()).toBeNull();
  });

  test('goes through the virus scanner', async () => {
    const parts = { ...world.parts, scan: async () => 'Eicar-Test-Signature' };
    const upload = { name: 'me.jpg', bytes: picture };
    await expect(setPhoto(parts, team.mara, team.mara.personId, upload, agreed)).rejects.toMatchObject({
      details: { fields: { file: ['files.infected'] } },
    });
  });

  test.each(['ronja', 'admin', 'operations', 'external'] as const)(
    'is never put there by others: %s',
    async (who) => {
      await expect(show(picture, team[who])).rejects.toMatchObject({ code: 'forbidden' });
    },
  );
});

describe('who may see it', () => {
  test.each([
    ['mara', true],
    ['ronja', true],
    ['reader', true],
    ['admin', true],
    ['external', false],
  ] as const)('%s: %s', async (who, allowed) => {
    await show();
    const id = (await fileOf())?.id ?? '';
    const read = world.services.files.read(team[who], id, 96);
    if (allowed) expect((await read).picture).toBe(true);
    else await expect(read).rejects.toMatchObject({ code: 'not_found' });
  });

  test('its colleagues have it on the contact card, as JPEG', async () => {
    const card = async (reader: Actor, handle: string) =>
      (await world.services.people.vcard(reader, handle, 'Hansa Werke')).text.replaceAll('\r\n ', '');
    expect(await card(team.ronja, team.mara.handle)).not.toContain('PHOTO');
    await show();
    const [, photo = ''] =
      /^PHOTO;ENCODING=b;TYPE=JPEG:(.+)$/m.exec(await card(team.ronja, team.mara.handle)) ?? [];
    const { format, width } = await sharp(Buffer.from(photo, 'base64')).metadata();
    expect([format, width]).toEqual(['jpeg', 384]);
  });

  test('it is not on the contact card that a partner gets', async () => {
    for (const who of [team.external, team.leyla])
      await world.build.join(who.personId, team.other.audienceId);
    const upload = { name: 'me.jpg', bytes: picture };
    await world.services.files.setPhoto(team.leyla, team.leyla.personId, upload, agreed);
    const { text } = await world.services.people.vcard(team.external, team.leyla.handle, 'Hansa Werke');
    expect(text).not.toContain('PHOTO');
  });

  test('with a name that is withheld it is shown nowhere', async () => {
    await show();
    const { id } = await world.services.feed.publishPost(team.mara, {
      text: 'Hello',
      audienceId: team.unit.audienceId,
    });
    const data = { nameWithheld: true };
    await world.db.person.update({ where: { id: team.mara.personId }, data });
    const entry = (await world.services.conversation.entryViews(team.mara, [id])).get(id);
    expect([entry?.author.name, entry?.author.photo]).toEqual(['', null]);
    await world.db.person.update({ where: { id: team.mara.personId }, data: { nameWithheld: false } });
  });
});

describe('removing it', () => {
  const audits = () =>
    world.db.auditEntry.findMany({
      where: { action: 'person.photo_removed', subjectId: team.mara.personId },
      select: { actorId: true },
    });

  test('by oneself deletes it at once, bytes and all, and is nobody else’s business', async () => {
    await show();
    const file = await fileOf();
    await world.services.files.removePhoto(team.mara, team.mara.personId);
    expect((await profile(team.ronja)).person.photo).toBeNull();
    expect(file && (await kept(file))).toBe(0);
    expect(await world.db.file.count({ where: { id: file?.id ?? '' } })).toBe(0);
    expect(await audits()).toEqual([]);
  });

  test('is for people operations, too, and then written down', async () => {
    await show();
    await expect(world.services.files.removePhoto(team.ronja, team.mara.personId)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await world.services.files.removePhoto(team.operations, team.mara.personId);
    expect(await fileOf()).toBeNull();
    expect(await audits()).toEqual([{ actorId: team.operations.personId }]);
    await world.services.files.removePhoto(team.operations, team.mara.personId);
    expect(await audits()).toHaveLength(1);
  });

  test('is tried again by the sweep where the store did not answer', async () => {
    await show();
    const file = await fileOf();
    const { remove } = world.parts.files;
    world.parts.files.remove = () => Promise.reject(new Error('away'));
    await expect(world.services.files.removePhoto(team.mara, team.mara.personId)).rejects.toThrow('away');
    world.parts.files.remove = remove;
    expect((await profile(team.ronja)).person.photo).toBeNull();
    world.clock.advance(86_400_001);
    await world.jobs.run('files.sweep');
    expect(file && (await kept(file))).toBe(0);
  });

  test('happens when somebody leaves', async () => {
    const leaver = await world.build.actor({});
    const upload = { name: 'me.jpg', bytes: picture };
    await world.services.files.setPhoto(leaver, leaver.personId, upload, agreed);
    await world.db.$transaction((tx) =>
      world.parts.events.publish(tx, { type: 'person.ended', personId: leaver.personId }),
    );
    await world.settle();
    expect(await world.db.person.findUnique({ where: { id: leaver.personId } })).toMatchObject({
      photoFileId: null,
    });
    expect(await world.db.file.count({ where: { ownerId: leaver.personId } })).toBe(0);
  });
});
