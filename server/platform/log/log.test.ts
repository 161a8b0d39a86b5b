import { expect, test } from 'vitest';
import { createLog } from './log.ts';
import { textLines } from './text-lines.ts';

function capture(format: 'json' | 'text') {
  const lines: string[] = [];
  const out = { write: (text: string) => void lines.push(text) };
  const log = createLog({ log: { level: 'info', format } }, format === 'text' ? textLines(out) : out);
  return { log, lines };
}

test('secrets and addresses never reach the log, however they are nested', () => {
  const { log, lines } = capture('json');
  log.info(
    { password: 'a1', input: { token: 'b2', name: 'kept' }, request: { headers: { cookie: 'c3' } } },
    'sign-in',
  );
  log.info({ user: { email: 'd4@example.com' } }, 'mail');
  const text = lines.join('');
  expect(text).not.toMatch(/a1|b2|c3|d4@/);
  expect(text).toContain('kept');
  expect(text).toContain('[removed]');
});

test('an error keeps its code and its stack', () => {
  const { log, lines } = capture('json');
  log.error({ err: Object.assign(new Error('no'), { code: 'EADDRINUSE' }) }, 'failed');
  expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({
    level: 'error',
    msg: 'failed',
    err: { code: 'EADDRINUSE' },
  });
});

test('text lines are made for people', () => {
  const { log, lines } = capture('text');
  log.warn({ port: 3000 }, 'taken');
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d WARN taken \{"port":3000\}\n$/);
});
