import { expect, test } from 'vitest';
import { loadConfig } from './config.ts';

test('nothing set gives a complete configuration with embedded parts', () => {
  const config = loadConfig({});
  expect(config).toMatchObject({
    port: 3000,
    appUrl: 'http://localhost:3000',
    databaseUrl: null,
    meilisearch: null,
    s3: null,
    roles: { web: true, worker: true },
    session: { days: 30, terminalSeconds: 120 },
  });
});

test('an empty variable counts as not set', () => {
  expect(loadConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ databaseUrl: null, port: 3000 });
});

test('values are read and brought into shape', () => {
  const config = loadConfig({
    PORT: '8080',
    APP_URL: 'https://intranet.example.com/',
    ROLE: 'worker',
    TRUST_PROXY: 'true',
  });
  expect(config).toMatchObject({
    port: 8080,
    appUrl: 'https://intranet.example.com',
    roles: { web: false, worker: true },
    trustProxy: true,
  });
});

test.each([
  [{ PORT: 'three' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ APP_URL: 'intranet' }, 'APP_URL must be a web address such as https://flurfunk.example.com.'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must look like postgresql://user:password@host:5432/name.'],
  [{ ROLE: 'web,cook' }, 'ROLE must be web, worker or web,worker.'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.'],
  [{ SESSION_DAYS: '0' }, 'SESSION_DAYS must be a whole number from 1 to 365.'],
  [{ S3_ENDPOINT: 'https://s3.example.com' }, 'S3_ENDPOINT is set, but S3_BUCKET is missing.'],
  [{ MAIL_FROM: 'Flurfunk' }, 'MAIL_FROM must look like Flurfunk <flurfunk@example.com>.'],
  [
    { PUSH_HOSTS: 'https://fcm.googleapis.com' },
    'PUSH_HOSTS must be none, or hosts such as fcm.googleapis.com,*.push.apple.com.',
  ],
  [{ MEILISEARCH_KEY: 'x' }, 'MEILISEARCH_KEY is set, but MEILISEARCH_URL is missing.'],
])('a wrong value is named in a sentence: %j', (env, sentence) => {
  expect(() => loadConfig(env)).toThrow(sentence);
});

test.each(['Flurfunk <flurfunk@localhost>', 'flurfunk@example.com', '"Müller, Maria" <maria@example.com>'])(
  'mail may come from %s',
  (from) => {
    expect(loadConfig({ MAIL_FROM: from }).mail.from).toBe(from);
  },
);

test('push may go to hosts by name, to all below one, or nowhere', () => {
  expect(loadConfig({ PUSH_HOSTS: 'localhost, *.push.example' }).pushHosts).toEqual([
    'localhost',
    '*.push.example',
  ]);
  expect(loadConfig({ PUSH_HOSTS: 'none' }).pushHosts).toEqual([]);
});

test('all wrong values are named at once', () => {
  expect(() => loadConfig({ PORT: 'x', ROLE: 'y' })).toThrow(/PORT must .*\. ROLE must .*\./);
});
