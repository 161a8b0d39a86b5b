import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import { writeEntry } from '#server/domain/conversation/write-entry.ts';
import { addFeedItem } from '#server/domain/feed/add-feed-item.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { deliverySchema } from '#server/domain/notifications/delivery.schema.ts';
import { createMailer } from '#server/platform/mail/create-mailer.ts';
import type { Mailer } from '#server/platform/mail/mailer.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { claimMail } from './claim-mail.ts';

// What people are mailed, from the event to a mail server that takes SMTP, with a clock that is set by hand.

type Letter = { to: string; raw: string; headers: Map<string, string>; body: string };
let world: World;
let server: SMTPServer;
let mailer: Mailer;
let letters: Letter[] = [];
/** What the mail server answers instead of taking the mail. */
let refusal: { responseCode: number } | 'hang up' | null = null;
let aylin: Actor;
let jonas: Actor;
let siteId: string;
const THURSDAY_TEN = new Date('2026-11-26T09:00:00Z');

beforeAll(async () => {
  world = await testWorld({ now: THURSDAY_TEN });
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let raw = '';
      stream.on('data', (chunk: Buffer) => {
        raw += chunk.toString();
      });
      stream.on('end', () => {
        letters.push(toLetter(session.envelope.rcptTo[0]?.address ?? '', raw));
        if (refusal === 'hang up') {
          for (const connection of server.connections) connection.close();
          return;
        }
        done(refusal ? Object.assign(new Error('no'), refusal) : null);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const mail = { smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Flurfunk <flurfunk@test.example>' };
  mailer = createMailer({ mail, dataDir: '/nowhere' }, world.parts.log);
  world.parts.mail.send = (one) => mailer.send(one);
  const { id } = await world.services.organisation.createSite(
    { system: true },
    { name: 'Hamburg', region: 'DE-HH' },
  );
  siteId = id;
});
afterAll(async () => {
  await mailer.close();
  await new Promise<void>((resolve) => server.close(resolve));
  await world.drop();
});
let round = 0;
beforeEach(async () => {
  letters = [];
  refusal = null;
  world.clock.set(THURSDAY_TEN);
  await world.db.mailDue.deleteMany();
  await world.db.notification.deleteMany();
  await world.db.feedItem.deleteMany();
  // Those of the test before are out of reach.
  await world.db.account.updateMany({ data: { email: null } });
  round += 1;
  const person = { siteId, language: 'de' as const };
  aylin = await world.build.actor({
    givenName: 'Aylin',
    familyName: 'Kaya',
    ...person,
    email: mailOf('aylin'),
  });
  jonas = await world.build.actor({
    givenName: 'Jonas',
    familyName: 'Böttger',
    ...person,
    email: mailOf('jonas'),
  });
  await world.db.person.update({ where: { id: aylin.personId }, data: { language: 'de', tone: 'sie' } });
  await world.settle();
  await world.db.mailDue.deleteMany();
  await world.db.notification.deleteMany();
});

const mailOf = (name: string) => `${name}${round}@test.example`;
const run = (job: string) => world.jobs.run(`notifications.${job}`);
const minutes = (count: number) => world.clock.advance(count * 60_000);

function toLetter(to: string, raw: string): Letter {
  const [head = '', ...rest] = raw.replaceAll('\r\n', '\n').split('\n\n');
  const unfolded = head.replace(/\n[ \t]+/g, ' ');
  const headers = new Map(
    unfolded
      .split('\n')
      .map((line) => [line.split(':')[0]?.toLowerCase() ?? '', line.slice(line.indexOf(':') + 2)]),
  );
  const quoted = rest.join('\n\n').replace(/=\n/g, '');
  const body = decodeURIComponent(quoted.replace(/%/g, '%25').replace(/=([0-9A-F]{2})/g, '%$1'));
  return { to, raw, headers, body };
}

/** Jonas mentions Aylin in a post to everyone. */
async function mention(text = 'Geheimes Vorhaben'): Promise<string> {
  const { id } = await world.parts.events.transaction(async (tx) => {
    const entry = await writeEntry(tx, world.parts, jonas, {
      kind: 'post',
      audienceId: EVERYONE_AUDIENCE_ID,
      text: `@${aylin.handle} ${text}`,
    });
    await addFeedItem(tx, world.parts, {
      kind: 'post',
      subjectId: entry.id,
      audienceId: EVERYONE_AUDIENCE_ID,
      authorId: jonas.personId,
      publishedAt: world.clock.now(),
    });
    return entry;
  });
  await world.settle();
  return id;
}

async function wants(given: Record<string, string>, actor = aylin): Promise<void> {
  const form = { shown: ['mention', 'comment'], in_app: ['comment'], quietFrom: '', quietTo: '', ...given };
  await world.services.notifications.changeDelivery(actor, deliverySchema.parse(form));
}
const states = async () =>
  (await world.db.mailDue.findMany({ where: { personId: aylin.personId }, orderBy: { way: 'asc' } })).map(
    ({ state }) => state,
  );

describe('a mail at once', () => {
  test('is in the reader’s language and tone, says nothing in its subject, links to the thing and can be ended', async () => {
    await wants({ mail_mention: 'instant' });
    await mention();
    await run('deliver-mail');
    expect(letters).toEqual([]);
    minutes(3);
    await run('deliver-mail');
    expect(letters).toHaveLength(1);
    const [{ to, headers, body }] = letters as [Letter];
    const [notice] = await world.db.notification.findMany({ where: { personId: aylin.personId } });
    expect(to).toBe(mailOf('aylin'));
    expect(headers.get('subject')).toBe('Flurfunk: eine Mitteilung');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(body).toContain('Guten Tag Aylin Kaya,');
    expect(body).toContain('Jonas Böttger hat Sie in einem Beitrag erwähnt.');
    expect(body).toContain(`https://flurfunk.test/notifications/${notice?.id}`);
    expect(body).not.toContain('Geheimes Vorhaben');
    expect(body).toContain('text/html');
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const token = /^<https:\/\/flurfunk\.test\/unsubscribe\/([\w-]+)>$/.exec(
      headers.get('list-unsubscribe') ?? '',
    )?.[1];
    expect(await world.services.notifications.unsubscribeScope(token ?? '')).toBe('mention');
    await world.services.notifications.oneClick(token ?? '');
    await world.services.notifications.oneClick(token ?? '');
    await world.services.notifications.markAllRead(aylin);
    await mention();
    minutes(3);
    await run('deliver-mail');
    expect(letters).toHaveLength(1);
  });

  test('quotes what was written only if that was asked for, and escapes it', async () => {
    await wants({ mail_mention: 'instant', withWords: 'on' });
    await mention('<img src=x> & Söhne');
    minutes(3);
    await run('deliver-mail');
    expect(letters[0]?.body).toContain('&lt;img src=x&gt; &amp; Söhne');
    expect(letters[0]?.headers.get('subject')).toBe('Flurfunk: eine Mitteilung');
  });

  test('says to who is suspended why, as text and as HTML, without being asked to quote; the subject is a count', async () => {
    const moderator = await world.build.actor({ grants: [{ kind: 'moderate' }] });
    await world.build.actor({ role: 'administrator' });
    const reason = 'Wiederholt <b>beleidigt</b>';
    await world.services.conversation.suspend(moderator, { handle: aylin.handle, days: 2, reason });
    await world.settle();
    minutes(3);
    await run('deliver-mail');
    expect(letters.map(({ to }) => to)).toEqual([mailOf('aylin')]);
    const [, text = '', html = ''] = letters[0]?.body.split(/^Content-Type: text\//m) ?? [];
    expect(text).toMatch(/^plain/);
    expect(text).toContain(`Grund: ${reason}`);
    expect(html).toMatch(/^html/);
    expect(html).toContain('Grund: Wiederholt &lt;b&gt;beleidigt&lt;/b&gt;');
    expect(letters[0]?.headers.get('subject')).toBe('Flurfunk: eine Mitteilung');
  });

  test('is not sent for what was read meanwhile, nor for a kind that is off in the app', async () => {
    await wants({ mail_mention: 'instant' });
    const id = await mention();
    await world.services.notifications.opened(aylin, id);
    minutes(3);
    await run('deliver-mail');
    expect([letters, await states()]).toEqual([[], ['skipped']]);
    await wants({ mail_comment: 'instant', in_app: [] as never }, jonas);
    await world.services.conversation.addComment(aylin, { entryId: id, text: 'Ja' });
    await world.settle();
    expect(await world.services.notifications.unreadCount(jonas)).toBe(0);
  });

  test('waits for the next working minute of the site, past its holidays, and comes once with all that waited', async () => {
    await wants({ mail_mention: 'instant' });
    world.clock.set(new Date('2026-12-24T19:00:00Z'));
    await mention();
    minutes(60);
    await mention();
    for (const at of ['2026-12-24T21:00Z', '2026-12-25T10:00Z', '2026-12-27T10:00Z', '2026-12-28T06:59Z']) {
      world.clock.set(new Date(at));
      await run('deliver-mail');
      expect([at, letters.length]).toEqual([at, 0]);
    }
    world.clock.set(new Date('2026-12-28T07:00Z'));
    await run('deliver-mail');
    expect(letters.map(({ headers }) => headers.get('subject'))).toEqual(['Flurfunk: 2 Mitteilungen']);
  });

  test('never goes to somebody without an address, nor to one who has left', async () => {
    await wants({ mail_mention: 'instant' });
    await mention();
    await world.db.account.update({ where: { id: aylin.accountId }, data: { email: null } });
    minutes(3);
    await run('deliver-mail');
    await world.db.mailDue.deleteMany();
    await world.db.account.update({ where: { id: aylin.accountId }, data: { email: mailOf('aylin') } });
    await mention();
    await world.db.person.update({ where: { id: aylin.personId }, data: { endsOn: new Date('2026-11-26') } });
    minutes(3);
    await run('deliver-mail');
    await run('plan-digests');
    expect([letters, await states()]).toEqual([[], ['skipped']]);
  });
});

describe('no mail goes out twice', () => {
  const due = async () => {
    await wants({ mail_mention: 'instant' });
    await mention();
    minutes(3);
  };

  test('from two processes at once, or when its event is heard again', async () => {
    await due();
    const again = await world.db.notification.findFirstOrThrow({ where: { personId: aylin.personId } });
    await world.parts.events.transaction((tx) =>
      world.parts.events.publish(tx, {
        type: 'notification.added',
        personId: aylin.personId,
        notificationId: again.id,
      }),
    );
    await world.settle();
    await Promise.all([run('deliver-mail'), run('deliver-mail'), run('deliver-mail')]);
    await run('deliver-mail');
    expect([letters.length, await states()]).toEqual([1, ['sent']]);
  });

  test('after a crash between the claim and the word of the server', async () => {
    await due();
    await claimMail(world.db, aylin.personId, world.clock.now());
    minutes(20);
    await run('deliver-mail');
    minutes(60);
    await run('deliver-mail');
    expect([letters.length, await states()]).toEqual([0, ['unknown']]);
  });

  test('when the connection ends before the server’s word', async () => {
    await due();
    refusal = 'hang up';
    await run('deliver-mail');
    refusal = null;
    minutes(60);
    await run('deliver-mail');
    expect([letters.length, await states()]).toEqual([1, ['unknown']]);
  });

  test('but a busy server is asked again, and one that refuses is not', async () => {
    await due();
    refusal = { responseCode: 451 };
    await run('deliver-mail');
    expect(await states()).toEqual(['waiting']);
    refusal = { responseCode: 550 };
    minutes(5);
    await run('deliver-mail');
    expect(await states()).toEqual(['failed']);
    expect(letters).toHaveLength(2);
  });
});

describe('a digest', () => {
  test('comes once with the first working minute, with unread notices and what was missed in the feed', async () => {
    await wants({ feedDigest: 'daily' });
    await mention();
    world.clock.set(new Date('2026-11-27T06:58Z'));
    await run('plan-digests');
    expect(await states()).toEqual([]);
    world.clock.set(new Date('2026-11-27T07:01Z'));
    for (let n = 0; n < 2; n++) {
      await Promise.all([run('plan-digests'), run('plan-digests')]);
      await run('deliver-mail');
    }
    expect(letters.map(({ to }) => to)).toEqual([mailOf('aylin')]);
    expect(letters[0]?.headers.get('subject')).toContain('Flurfunk');
    expect(letters[0]?.body).toContain('FÜR SIE');
    expect(letters[0]?.body).toContain('Jonas Böttger hat etwas geschrieben');
    world.clock.set(new Date('2026-11-30T07:01Z'));
    await run('plan-digests');
    await run('deliver-mail');
    expect(letters).toHaveLength(1);
  });

  test('leaves out what was read, and a weekly one comes on the first working day of the week', async () => {
    await wants({ mail_mention: 'weekly', feedDigest: 'weekly' });
    await mention();
    world.clock.set(new Date('2026-11-27T08:00Z'));
    await run('plan-digests');
    await world.db.mailDue.deleteMany({ where: { way: 'weekly' } });
    await world.services.feed.markRead(aylin, world.clock.now());
    world.clock.set(new Date('2026-11-30T07:00Z'));
    await run('plan-digests');
    await run('deliver-mail');
    expect(letters).toHaveLength(1);
    expect(letters[0]?.body).toContain('erwähnt');
    expect(letters[0]?.body).not.toContain('hat etwas geschrieben');
  });

  test('holds again what was marked unread, says how many more there are, and speaks English', async () => {
    await wants({ mail_mention: 'off', feedDigest: 'daily' });
    await world.db.person.update({ where: { id: aylin.personId }, data: { language: 'en' } });
    for (let n = 0; n < 18; n += 1) {
      await mention(`Nr. ${n}`);
      minutes(1);
    }
    await world.services.feed.markRead(aylin, world.clock.now());
    const { items } = await world.services.feed.page(aylin);
    const third = items[2];
    await world.services.feed.markUnread(aylin, new Date(third?.at ?? ''));
    await world.services.feed.markItemsRead(aylin, [items[0]?.id ?? '']);
    world.clock.set(new Date('2026-11-27T07:01Z'));
    await run('plan-digests');
    await run('deliver-mail');
    const body = letters[0]?.body ?? '';
    expect(body.match(/Jonas Böttger posted something/g)).toHaveLength(4);
    expect(body).toContain('this happened in Flurfunk, and you have not read it yet:');
    expect(body).not.toContain('more\nhttps');

    letters = [];
    await world.services.feed.markUnread(aylin, new Date(0));
    world.clock.set(new Date('2026-11-30T07:01Z'));
    await world.db.mailDue.deleteMany();
    await run('plan-digests');
    await run('deliver-mail');
    expect(letters[0]?.body).toContain('and 3 more\nhttps://flurfunk.test/?order=unread');
    expect(letters[0]?.headers.get('subject')).toContain('what you have not read yet');
  });
});

test('a link that was changed ends nobody’s mails', async () => {
  const { notifications } = world.services;
  const id = aylin.personId.replaceAll('-', '');
  for (const token of ['', 'x', `${id}-all-${'0'.repeat(32)}`]) {
    expect(await notifications.unsubscribeScope(token)).toBeNull();
    await expect(notifications.unsubscribe(token, true)).rejects.toThrow('not_found');
    await notifications.oneClick(token);
  }
  expect(await world.db.noticePreference.count({ where: { personId: aylin.personId } })).toBe(0);
});
