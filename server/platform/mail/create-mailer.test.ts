import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { createMailer } from './create-mailer.ts';

const log = pino({ level: 'silent' });
const mail = { to: 'mara@demo.test', subject: 'Grüße', text: 'Hallo Mara,\n\nbis morgen in Süßen.' };

test('without SMTP_URL each mail becomes a file that a mail program opens', async () => {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'flurfunk-mail-'));
  try {
    const mailer = createMailer({ mail: { smtpUrl: null, from: 'Flurfunk <a@b.test>' }, dataDir }, log);
    await mailer.send(mail);
    const [name = ''] = await readdir(path.join(dataDir, 'outbox'));
    const text = await readFile(path.join(dataDir, 'outbox', name), 'utf8');
    expect(name).toMatch(/\.eml$/);
    expect(text).toContain('To: mara@demo.test');
    expect(text).toContain('Auto-Submitted: auto-generated');
    await mailer.close();
  } finally {
    await rm(dataDir, { recursive: true });
  }
});

test('with SMTP_URL it goes to the mail server, and a dead server is an error', async () => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on('end', () => {
        received.push(text);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const smtpUrl = `smtp://127.0.0.1:${port}`;
  const mailer = createMailer({ mail: { smtpUrl, from: 'Flurfunk <a@b.test>' }, dataDir: '/nowhere' }, log);
  await mailer.send(mail);
  expect(received[0]).toContain('From: Flurfunk <a@b.test>');
  await mailer.close();
  await new Promise<void>((resolve) => server.close(resolve));
  const dead = createMailer({ mail: { smtpUrl, from: 'a@b.test' }, dataDir: '/nowhere' }, log);
  await expect(dead.send(mail)).rejects.toThrow();
  await dead.close();
});
