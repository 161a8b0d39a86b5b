import path from 'node:path';
import { z } from 'zod';

const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');
const webAddress = (example: string) =>
  z.url({ protocol: /^https?$/, error: `must be a web address such as ${example}` });
const count = (from: number, to: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${from} to ${to}` })
    .int(`must be a whole number from ${from} to ${to}`)
    .min(from, `must be a whole number from ${from} to ${to}`)
    .max(to, `must be a whole number from ${from} to ${to}`);
const prefixed = (prefixes: string[], example: string) =>
  z
    .string()
    .refine((value) => prefixes.some((prefix) => value.startsWith(prefix)), `must look like ${example}`);

/** A host as a certificate names it: `*.` may stand before it, a scheme, port or path may not. */
const HOST_PATTERN = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/i;

/** Every variable Flurfunk reads; the README's table is written from this list. */
const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT: count(0, 65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  APP_URL: webAddress('https://flurfunk.example.com').optional(),
  TRUST_PROXY: flag.default(false),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: prefixed(
    ['postgres://', 'postgresql://'],
    'postgresql://user:password@host:5432/name',
  ).optional(),
  DATABASE_POOL: count(2, 500).default(10),
  DATABASE_PREPARED: flag.default(true),
  MEILISEARCH_URL: webAddress('http://search.example.com:7700').optional(),
  MEILISEARCH_KEY: z.string().optional(),
  SMTP_URL: prefixed(['smtp://', 'smtps://'], 'smtp://user:password@mail.example.com:587').optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^[^<>@]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/,
      'must look like Flurfunk <flurfunk@example.com>',
    )
    .default('Flurfunk <flurfunk@localhost>'),
  PUSH_HOSTS: z
    .string()
    .default('fcm.googleapis.com,updates.push.services.mozilla.com,*.push.apple.com,*.notify.windows.com')
    .transform((value) => (value === 'none' ? [] : value.split(',').map((host) => host.trim())))
    .pipe(
      z.array(
        z.string().regex(HOST_PATTERN, 'must be none, or hosts such as fcm.googleapis.com,*.push.apple.com'),
      ),
    ),
  S3_ENDPOINT: webAddress('https://s3.example.com').optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  CLAMAV_URL: prefixed(['tcp://'], 'tcp://clamav.example.com:3310').optional(),
  REDIS_URL: prefixed(['redis://', 'rediss://'], 'redis://host:6379').optional(),
  ROLE: z
    .string()
    .default('web,worker')
    .transform((value) => value.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(['web', 'worker'], { error: 'must be web, worker or web,worker' })).min(1)),
  SESSION_DAYS: count(1, 365).default(30),
  SESSION_TERMINAL_SECONDS: count(10, 3600).default(120),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOG_FORMAT: z.enum(['json', 'text']).default('json'),
  SHUTDOWN_SECONDS: count(1, 600).default(20),
});

/** What the environment says, checked once; nothing else in the server reads `process.env`. */
export type Config = ReturnType<typeof shape>;

/** A wrong environment: the message is one sentence a person can act on. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads the environment. Empty variables count as not set.
 * @throws ConfigError naming each variable that is wrong, and what it should look like.
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(sentence).join(' '));
  const values = parsed.data;
  for (const [name, needs] of dependencies) {
    if (values[name] && !values[needs]) throw new ConfigError(`${name} is set, but ${needs} is missing.`);
  }
  return shape(values);
}

type Values = z.infer<typeof environment>;

const dependencies: [keyof Values, keyof Values][] = [
  ['S3_ENDPOINT', 'S3_BUCKET'],
  ['S3_ENDPOINT', 'S3_ACCESS_KEY_ID'],
  ['S3_ENDPOINT', 'S3_SECRET_ACCESS_KEY'],
  ['S3_BUCKET', 'S3_ENDPOINT'],
  ['MEILISEARCH_KEY', 'MEILISEARCH_URL'],
];

function sentence(issue: z.core.$ZodIssue): string {
  const allowed =
    issue.code === 'invalid_value' ? `must be one of ${issue.values.join(', ')}` : issue.message;
  return `${String(issue.path[0])} ${issue.message.startsWith('must') ? issue.message : allowed}.`;
}

function shape(values: Values) {
  return {
    mode: values.NODE_ENV,
    port: values.PORT,
    host: values.HOST,
    /** The address people type, without a slash at the end. */
    appUrl: (values.APP_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    /** True where a proxy that we trust sets X-Forwarded-For, -Host and -Proto. */
    trustProxy: values.TRUST_PROXY,
    dataDir: path.resolve(values.DATA_DIR),
    /** Null means: run the embedded PostgreSQL in `dataDir`. */
    databaseUrl: values.DATABASE_URL ?? null,
    databasePool: values.DATABASE_POOL,
    /** False behind a pooler that does not keep prepared statements. */
    databasePrepared: values.DATABASE_PREPARED,
    meilisearch: values.MEILISEARCH_URL
      ? { url: values.MEILISEARCH_URL.replace(/\/+$/, ''), key: values.MEILISEARCH_KEY ?? null }
      : null,
    /** The push services of browsers that may be called; none where push is not wanted. */
    pushHosts: values.PUSH_HOSTS,
    mail: { smtpUrl: values.SMTP_URL ?? null, from: values.MAIL_FROM },
    /** The virus scanner that looks through uploads. */
    clamavUrl: values.CLAMAV_URL ?? null,
    s3: values.S3_ENDPOINT
      ? {
          endpoint: values.S3_ENDPOINT,
          bucket: values.S3_BUCKET ?? '',
          region: values.S3_REGION,
          accessKeyId: values.S3_ACCESS_KEY_ID ?? '',
          secretAccessKey: values.S3_SECRET_ACCESS_KEY ?? '',
        }
      : null,
    redisUrl: values.REDIS_URL ?? null,
    roles: { web: values.ROLE.includes('web'), worker: values.ROLE.includes('worker') },
    session: { days: values.SESSION_DAYS, terminalSeconds: values.SESSION_TERMINAL_SECONDS },
    log: { level: values.LOG_LEVEL, format: values.LOG_FORMAT },
    shutdownSeconds: values.SHUTDOWN_SECONDS,
  };
}
