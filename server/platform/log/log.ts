import { pino } from 'pino';
import type { Config } from '#server/platform/config/config.ts';
import { textLines } from './text-lines.ts';

export type Logger = pino.Logger;

const SECRETS = ['password', 'passwordHash', 'token', 'cookie', 'authorization', 'secret', 'email'];

/**
 * The structured log of the process. Secrets and addresses are removed wherever they stand up to two levels deep;
 * `LOG_FORMAT=text` writes lines for people instead of JSON.
 */
export function createLog(config: Pick<Config, 'log'>, stream?: pino.DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level: config.log.level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[removed]' },
  };
  return pino(
    options,
    stream ?? (config.log.format === 'text' ? textLines(process.stdout) : pino.destination(1)),
  );
}
