import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { sniffImage } from '#server/platform/images/sniff-image.ts';
import { createDiskFileStore } from '#server/platform/storage/disk-file-store.ts';
import type { FileStore } from '#server/platform/storage/file-store.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { drawDueAvifs } from './draw-due-avifs.ts';
import { storageKeys } from './storage-keys.ts';

let world: World;
let author: Actor;

beforeAll(async () => {
  world = await testWorld();
  author = await world.build.actor({});
});
afterAll(() => world.drop());

const store = (name: string, bytes: Uint8Array) => world.services.files.store(author, { name, bytes });

/** As a camera sees it: no two pixels alike. */
const grained = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#777',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  });

/** Which of its places hold bytes. */
async function stored(id: string): Promise<string[]> {
  const places = ['480-', '500-', 'avif-480-', 'avif-500-', 'master-'];
  const bytes = await Promise.all(places.map((place) => world.parts.files.get(`${place}${id}`)));
  return places.filter((_place, index) => bytes[index]);
}

test('a picture comes as AVIF after the answer, without what the camera wrote; the bytes are what they claim', async () => {
  const taken = await grained(500, 340)
    .withExif({ IFD0: { Copyright: 'secret' } })
    .jpeg()
    .toBuffer();
  const file = await store('grain.jpg', taken);
  expect(file.image?.avif).toBe(false);
  expect(await stored(file.id)).toEqual(['480-', '500-', 'master-']);
  // Asked for too early, it is WebP, and says so.
  const { files } = world.services;
  expect((await files.read(author, file.id, 480, 'avif')).mediaType).toBe('image/webp');

  await world.jobs.run('files.avif');
  expect(await stored(file.id)).toEqual(['480-', '500-', 'avif-480-', 'avif-500-']);
  expect((await files.waiting(author, [file.id]))[0]?.image?.avif).toBe(true);
  for (const width of [480, 500]) {
    const avif = await files.read(author, file.id, width, 'avif');
    expect([avif.mediaType, avif.name, sniffImage(avif.bytes)]).toEqual(['image/avif', 'grain.avif', 'avif']);
    const metadata = await sharp(avif.bytes).metadata();
    expect([metadata.width, metadata.exif, metadata.xmp]).toEqual([width, undefined, undefined]);
    const webp = await files.read(author, file.id, width);
    expect([webp.mediaType, sniffImage(webp.bytes)]).toEqual(['image/webp', 'webp']);
    expect(avif.bytes.length).toBeLessThan(webp.bytes.length);
  }
  expect(await drawDueAvifs(world.parts)).toBe(0);
});

test('AVIF is not kept where it saves nothing, nor drawn of what moves or is no picture', async () => {
  // A head of its own costs a plain picture more than it saves.
  const plain = await store(
    'plain.png',
    await sharp({ create: { width: 8, height: 8, channels: 3, background: '#7a4' } })
      .png()
      .toBuffer(),
  );
  const frames = await Promise.all(
    ['#f00', '#00f'].map((background) =>
      sharp({ create: { width: 40, height: 40, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const moving = await store(
    'moving.gif',
    await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer(),
  );
  await store('plan.txt', Buffer.from('plan'));
  expect(await drawDueAvifs(world.parts)).toBe(1);
  for (const { id } of [plain, moving]) {
    const kept = await world.services.files.read(author, id, 480, 'avif');
    expect(kept.mediaType).toBe('image/webp');
  }
  expect(await world.parts.files.get(`master-${plain.id}`)).toBeNull();
  expect(
    (await sharp((await world.services.files.read(author, moving.id, 480)).bytes).metadata()).pages,
  ).toBe(2);
});

test('AVIF goes with the picture: thrown away, swept, or gone while it is drawn', async () => {
  const names = ['swept.png', 'waiting.png', 'removed.png', 'gone.png'];
  const [swept, waiting, removed, gone] = await Promise.all(
    names.map(async (name) => (await store(name, await grained(500, 340).png().toBuffer())).id),
  );
  const atThatMoment: FileStore = {
    ...world.parts.files,
    put: async (key, bytes, type) => {
      if (key === `avif-480-${gone}`) await world.services.files.remove(author, gone as string);
      await world.parts.files.put(key, bytes, type);
    },
  };
  await world.db.file.updateMany({ where: { id: waiting as string }, data: { avif: false } });
  await drawDueAvifs({ ...world.parts, files: atThatMoment });
  expect(await stored(removed as string)).toContain('avif-500-');
  expect(await stored(waiting as string)).toContain('master-');
  await world.services.files.remove(author, removed as string);
  world.clock.set(new Date(world.clock.now().getTime() + 86_400_001));
  await world.jobs.run('files.sweep');
  for (const id of [swept, waiting, removed, gone]) expect(await stored(id as string)).toEqual([]);
});

test('every place is one that a folder has, too', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'flurfunk-files-'));
  const files = createDiskFileStore(folder);
  const keys = storageKeys({ storageKey: world.parts.ids.next(), widths: [480, 1920] });
  for (const key of keys) await files.put(key, Buffer.from(key), 'image/webp');
  expect(await Promise.all(keys.map(async (key) => String(await files.get(key))))).toEqual(keys);
  await rm(folder, { recursive: true });
});
