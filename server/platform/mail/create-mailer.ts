import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';
import { v7 } from 'uuid';
import type { Config } from '#server/platform/config/config.ts';
import type { Logger } from '#server/platform/log/log.ts';
import type { Mailer } from './mailer.ts';

/**
 * The mailer that the configuration asks for: SMTP, or files (one .eml each) in `DATA_DIR/outbox`, which any
 * mail program opens. The log names the file, never the recipient.
 */
export function createMailer(config: Pick<Config, 'mail' | 'dataDir'>, log: Logger): Mailer {
  return config.mail.smtpUrl
    ? smtpMailer(config.mail.smtpUrl, config.mail.from)
    : fileMailer(path.join(config.dataDir, 'outbox'), config.mail.from, log);
}

// RFC 3834: no out-of-office answers to machines.
const MACHINE = { 'Auto-Submitted': 'auto-generated' };

function smtpMailer(url: string, from: string): Mailer {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    // A mail whose connection broke may have arrived: whoever sends it decides what then.
    maxRequeues: 0,
    connectionTimeout: 10_000,
    socketTimeout: 30_000,
  });
  return {
    async send(mail) {
      await transport.sendMail({ from, ...mail, headers: { ...MACHINE, ...mail.headers } });
    },
    async close() {
      transport.close();
    },
  };
}

function fileMailer(folder: string, from: string, log: Logger): Mailer {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(mail) {
      const { message } = await transport.sendMail({
        from,
        ...mail,
        headers: { ...MACHINE, ...mail.headers },
      });
      const file = path.join(folder, `${v7()}.eml`);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(file, message as Buffer, { mode: 0o600 });
      log.info({ file }, 'mail written to a file: no SMTP_URL is set');
    },
    async close() {
      transport.close();
    },
  };
}
