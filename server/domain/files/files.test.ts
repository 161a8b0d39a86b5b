import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { fileName } from './file-name.ts';
import { storeUpload } from './store-upload.ts';
import { sweepFiles } from './sweep-files.ts';

let world: World;
let author: Actor;
let colleague: Actor;
let elsewhere: Actor;
let audienceId: string;

beforeAll(async () => {
  world = await testWorld();
  const site = await world.build.site({ name: 'Hamburg' });
  audienceId = site.audienceId;
  author = await world.build.actor({ siteId: site.id });
  colleague = await world.build.actor({ siteId: site.id });
  elsewhere = await world.build.actor({});
});
afterAll(() => world.drop());

const store = (name: string, bytes: Uint8Array, who = author) =>
  world.services.files.store(who, { name, bytes });
const refused = (reason: string) => ({ code: 'invalid', details: { fields: { file: [reason] } } });

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#7a4' } });
}

async function post(fileId: string) {
  const attachments = [{ id: fileId, alt: 'A hall', credit: '', consent: true }];
  return world.services.feed.publishPost(author, { text: 'Look', audienceId, attachments });
}

describe('a picture', () => {
  test('is drawn anew in a few widths, upright and without what the camera wrote', async () => {
    const taken = await picture(2400, 1200)
      .withExif({
        IFD0: { Copyright: 'secret' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 33/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const file = await store('IMG_0001.JPG', taken);
    expect(file.image).toMatchObject({ width: 1200, height: 2400, widths: [480, 960, 1200] });
    expect(file.image?.blur).toMatch(/^data:image\/webp;base64,/);
    for (const width of [480, 960, 1200]) {
      const kept = await world.services.files.read(author, file.id, width);
      const metadata = await sharp(kept.bytes).metadata();
      expect([metadata.format, metadata.width, metadata.exif, metadata.orientation]).toEqual([
        'webp',
        width,
        undefined,
        undefined,
      ]);
      expect(kept.name).toBe('IMG_0001.webp');
    }
  });

  test.each([
    ['a page that calls itself a picture', 'x.png', Buffer.from('<html><script>alert(1)</script>')],
    [
      'a drawing with a script under a false name',
      'x.jpg',
      Buffer.from('<svg><script>alert(1)</script></svg>'),
    ],
    ['nothing but a signature', 'x.gif', Buffer.from('GIF89a')],
    ['a page behind the signature of a picture', 'x.gif', Buffer.from('GIF89a<script>alert(1)</script>')],
    [
      'a drawing with a script behind the signature of another kind',
      'x.png',
      Buffer.concat([
        Buffer.from('89504e470d0a1a0a', 'hex'),
        Buffer.from('<svg onload="alert(1)"><script>alert(1)</script></svg>'),
      ]),
    ],
    [
      'a video that calls itself a picture',
      'x.avif',
      Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42', 'latin1'),
    ],
    ['a scan of many pages', 'x.tiff', Buffer.from('II*\0\x08\0\0\0', 'latin1')],
  ])('that lies is refused: %s', async (_what, name, bytes) => {
    await expect(store(name, bytes)).rejects.toMatchObject({ code: 'invalid' });
  });

  test('that unpacks to far more than it weighs is refused', async () => {
    const bomb = await picture(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    await expect(store('bomb.png', bomb)).rejects.toMatchObject(refused('files.brokenPicture'));
  });
});

describe('a picture that is more, or less, than it says', () => {
  test('is what its bytes are, whatever its name', async () => {
    const bytes = await picture(40, 30).jpeg().toBuffer();
    for (const name of ['x.png', 'x.svg', 'x.html', 'x']) {
      const file = await store(name, bytes);
      expect([name, file.image?.width]).toEqual([name, 40]);
      expect((await world.services.files.read(author, file.id, 480)).mediaType).toBe('image/webp');
    }
  });

  test('loses the page that was hung behind it or written into it', async () => {
    const page = '<html><script>alert(document.domain)</script></html>';
    const both = [
      Buffer.concat([await picture(40, 30).png().toBuffer(), Buffer.from(page)]),
      Buffer.concat([await picture(40, 30).jpeg().toBuffer(), Buffer.from(page)]),
      await picture(40, 30)
        .withExif({ IFD0: { ImageDescription: page } })
        .jpeg()
        .toBuffer(),
    ];
    for (const bytes of both) {
      expect(bytes.includes('<script>')).toBe(true);
      const file = await store('both.png', bytes);
      const kept = await world.services.files.read(author, file.id, 480);
      expect(Buffer.from(kept.bytes).includes('<script>')).toBe(false);
    }
  });

  test.each([
    ['100,000 pixels a side in a hundred bytes', 100_000, 100_000],
    ['more than a number of 32 bits holds', 0xffff_ffff, 0xffff_ffff],
    ['no width at all', 0, 10],
  ])('is refused at once where its head says %s', async (_what, width, height) => {
    const head = Buffer.from(await picture(1, 1).png().toBuffer());
    head.writeUInt32BE(width, 16);
    head.writeUInt32BE(height, 20);
    head.writeUInt32BE(crc32(head.subarray(12, 29)), 29);
    const before = process.memoryUsage().rss;
    await expect(store('bomb.png', head)).rejects.toMatchObject(refused('files.brokenPicture'));
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  test('is refused when all its frames together are too much, however small each is', async () => {
    // Of colours far apart: frames that look alike are written as one.
    const drawn = Array.from({ length: 64 }, (_, n) => {
      const background = { r: (n * 37) % 256, g: n, b: (n * 11) % 256 };
      return sharp({ create: { width: 1_000, height: 1_000, channels: 3, background } })
        .png()
        .toBuffer();
    });
    const frames = await sharp(await Promise.all(drawn), { join: { animated: true } })
      .gif()
      .toBuffer();
    expect(frames.length).toBeLessThan(3_000_000);
    await expect(store('frames.gif', frames)).rejects.toMatchObject(refused('files.brokenPicture'));
  });
});

describe('any other file', () => {
  test('is kept as it is, a drawing with a script too, and only ever handed out to save', async () => {
    const file = await store('x.svg', Buffer.from('<svg><script>alert(1)</script></svg>'));
    expect(file.image).toBeNull();
    expect(await world.services.files.read(author, file.id, null)).toMatchObject({
      picture: false,
      mediaType: 'application/octet-stream',
    });
  });

  test('is refused when it is empty, too large, or not for a reader to send', async () => {
    await expect(store('a.txt', new Uint8Array())).rejects.toMatchObject(refused('files.empty'));
    await expect(store('a.txt', new Uint8Array(26 * 1024 * 1024))).rejects.toMatchObject(
      refused('files.tooLarge'),
    );
    const reader = await world.build.actor({ role: 'reader' });
    await expect(store('a.txt', Buffer.from('x'), reader)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\\\secret\\plan.pdf', 'plan.pdf'],
    ['annexe\u202Egpj.exe', 'annexegpj.exe'],
    ['  \u0000 ', 'file'],
    [`${'ä'.repeat(1000)}.pdf`, `${'ä'.repeat(115)}….pdf`],
    ['Bauplan 🏗️ final.pdf', 'Bauplan 🏗️ final.pdf'],
  ])('is named so that nobody is fooled: %s', (given, shown) => {
    expect(fileName(given)).toBe(shown);
  });
});

test('what waits to be attached is told to its uploader, and no more once it hangs somewhere', async () => {
  const { files } = world.services;
  const plan = await store('plan.csv', Buffer.from('a;b'));
  const hall = await store('hall.png', await picture(900, 600).png().toBuffer());
  const ids = [hall.id, plan.id, 'no-id', '019a0000-0000-7000-8000-000000000000'];
  const told = async (who: Actor) =>
    (await files.waiting(who, ids)).toSorted((a, b) => a.name.localeCompare(b.name));
  expect(await told(author)).toEqual([hall, plan]);
  expect(await told(colleague)).toEqual([]);
  await post(plan.id);
  expect(await told(author)).toEqual([hall]);
  await files.remove(author, hall.id);
  expect(await told(author)).toEqual([]);
  expect(await files.waiting(author, [])).toEqual([]);
});

test('the virus scanner is asked first: what it finds is not kept, and its silence is no yes', async () => {
  const before = await world.db.file.count();
  const upload = { name: 'eicar.com', bytes: Buffer.from('EICAR-STANDARD-ANTIVIRUS-TEST-FILE') };
  const found = { ...world.parts, scan: async () => 'Eicar-Test-Signature' };
  await expect(storeUpload(found, author, upload)).rejects.toMatchObject(refused('files.infected'));
  const silent = { ...world.parts, scan: () => Promise.reject(new Error('away')) };
  await expect(storeUpload(silent, author, upload)).rejects.toMatchObject({ code: 'unavailable' });
  expect(await world.db.file.count()).toBe(before);
});

describe('attached to a post', () => {
  test('it is read by whoever may read the post, with its description, and by nobody else', async () => {
    const file = await store('hall.png', await picture(300, 200).png().toBuffer());
    await expect(world.services.files.read(colleague, file.id, null)).rejects.toMatchObject({
      code: 'not_found',
    });
    const { id } = await post(file.id);
    expect(await world.services.files.read(colleague, file.id, 480)).toMatchObject({ picture: true });
    await expect(world.services.files.read(elsewhere, file.id, 480)).rejects.toMatchObject({
      code: 'not_found',
    });
    const seen = (await world.services.conversation.entryViews(colleague, [id])).get(id);
    expect(seen?.files).toMatchObject([{ id: file.id, name: 'hall.png', alt: 'A hall' }]);
  });

  test('it cannot hang in two places, nor be somebody else’s', async () => {
    const file = await store('plan.txt', Buffer.from('plan'));
    await post(file.id);
    await expect(post(file.id)).rejects.toMatchObject({
      details: { fields: { attachments: ['files.gone'] } },
    });
    const theirs = await store('plan.txt', Buffer.from('plan'), colleague);
    await expect(post(theirs.id)).rejects.toMatchObject({ code: 'invalid' });
  });

  test('the sweep leaves alone what a text is just taking', async () => {
    const file = await store('plan.txt', Buffer.from('plan'));
    const later = {
      ...world.parts,
      clock: { now: () => new Date(world.clock.now().getTime() + 90_000_000) },
    };
    await world.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM file WHERE id = ${file.id}::uuid FOR UPDATE`;
      await sweepFiles(later);
    });
    expect(await world.parts.files.get(file.id)).not.toBeNull();
  });

  test('it goes with the post: at once for readers, from the store when the post is purged', async () => {
    const file = await store('plan.txt', Buffer.from('plan'));
    const { id } = await post(file.id);
    await world.services.conversation.deleteEntry(author, id);
    await expect(world.services.files.read(colleague, file.id, null)).rejects.toMatchObject({
      code: 'not_found',
    });
    world.clock.set(new Date(world.clock.now().getTime() + 2 * 86_400_000));
    await world.jobs.run('conversation.purge');
    await sweepFiles(world.parts);
    expect(await world.db.file.findUnique({ where: { id: file.id } })).toBeNull();
    expect(await world.parts.files.get(file.id)).toBeNull();
    expect(await world.db.entry.findUnique({ where: { id } })).toBeNull();
  });
});

test('a file of a comment is read with its thread, is nobody else’s to send, and goes with the comment', async () => {
  const { conversation, feed, files } = world.services;
  const { id: entryId } = await feed.publishPost(author, { text: 'Who has the plan?', audienceId });
  const plan = (await store('plan.txt', Buffer.from('plan'), colleague)).id;
  const attachments = [{ id: plan, alt: '', credit: '', consent: false }];
  const comment = (by: Actor) => conversation.addComment(by, { entryId, text: 'Here it is', attachments });
  await expect(comment(author)).rejects.toMatchObject({
    details: { fields: { attachments: ['files.gone'] } },
  });
  const { id } = await comment(colleague);
  const thread = await conversation.thread(author, entryId);
  expect(thread.comments.map(({ files }) => files?.map((file) => file.name))).toEqual([['plan.txt']]);
  expect((await files.read(author, plan, null)).name).toBe('plan.txt');
  await expect(files.read(elsewhere, plan, null)).rejects.toMatchObject({ code: 'not_found' });

  await conversation.deleteEntry(colleague, id);
  await expect(files.read(author, plan, null)).rejects.toMatchObject({ code: 'not_found' });
  world.clock.set(new Date(world.clock.now().getTime() + 2 * 86_400_000));
  await world.jobs.run('conversation.purge');
  await world.jobs.run('files.sweep');
  expect(await world.db.file.count({ where: { id: plan } })).toBe(0);
});

test('what was never sent is thrown away after a day, a face that is shown is not', async () => {
  const unsent = await store('a.txt', Buffer.from('a'));
  const face = await store('b.txt', Buffer.from('b'));
  await world.db.person.update({ where: { id: author.personId }, data: { photoFileId: face.id } });
  await sweepFiles(world.parts);
  expect(await world.db.file.count({ where: { id: { in: [unsent.id, face.id] } } })).toBe(2);
  world.clock.set(new Date(world.clock.now().getTime() + 86_400_001));
  await sweepFiles(world.parts);
  expect(await world.db.file.findMany({ where: { id: { in: [unsent.id, face.id] } } })).toMatchObject([
    { id: face.id },
  ]);
});
