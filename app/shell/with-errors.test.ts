import { redirect } from '@remix-run/node';
import { describe, expect, it, vi } from 'vitest';
import { AppError, invalid } from '#server/platform/errors.ts';
import { fieldErrors, withErrors, withProblems } from './with-errors.ts';

function run(work: () => Promise<unknown>) {
  const error = vi.fn();
  const context = { requestId: 'r-1', log: { error } };
  const args = { context, request: new Request('http://x/'), params: {} } as never;
  const outcome = withErrors(work)(args).then(
    (value) => ({ value }),
    (thrown) => ({ thrown }),
  );
  return { outcome, error };
}

describe('withErrors', () => {
  it('hands on what went well', async () => {
    expect(await run(async () => 'fine').outcome).toEqual({ value: 'fine' });
  });

  it('names a partner from outside no colleague’s photo', async () => {
    const person = { id: 'mara', photo: '/files/1' };
    const seen = (role: string) =>
      withErrors(async () => ({ person }))({
        context: { actor: { personId: 'me', role } },
        request: new Request('http://x/'),
        params: {},
      } as never);
    expect(await seen('external')).toEqual({ person: { ...person, photo: null } });
    expect(await seen('employee')).toEqual({ person });
  });

  it.each([
    ['not_found', 404],
    ['forbidden', 403],
    ['conflict', 409],
    ['gone', 410],
    ['unavailable', 503],
  ] as const)('answers %s with %i, without logging', async (code, status) => {
    const { outcome, error } = run(() => Promise.reject(new AppError(code, { message: 'error.goneText' })));
    expect(await outcome).toMatchObject({
      thrown: { data: { code, requestId: 'r-1', message: 'error.goneText' }, init: { status } },
    });
    expect(error).not.toHaveBeenCalled();
  });

  it('knows an AppError of the other bundle by its code', async () => {
    const foreign = Object.assign(new Error('x'), { name: 'AppError', code: 'forbidden', details: {} });
    expect(await run(() => Promise.reject(foreign)).outcome).toMatchObject({
      thrown: { init: { status: 403 } },
    });
  });

  it('says when to try again', async () => {
    const { outcome } = run(() => Promise.reject(new AppError('rate_limited', { retryAfter: 12.3 })));
    const { thrown } = (await outcome) as { thrown: { init: { headers: Headers } } };
    expect(thrown.init.headers.get('Retry-After')).toBe('13');
  });

  it('lets redirects pass', async () => {
    const answer = redirect('/sign-in');
    expect(await run(() => Promise.reject(answer)).outcome).toEqual({ thrown: answer });
  });

  it('logs a bug with the request id, and tells the page nothing else', async () => {
    const { outcome, error } = run(() => Promise.reject(new Error('secret detail')));
    expect(await outcome).toMatchObject({
      thrown: { data: { code: 'unexpected', requestId: 'r-1' }, init: { status: 500 } },
    });
    expect(error).toHaveBeenCalledOnce();
  });

  it('does not take a system error for one of the domain', async () => {
    const system = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    expect(await run(() => Promise.reject(system)).outcome).toMatchObject({
      thrown: { init: { status: 500 } },
    });
  });
});

describe('withProblems', () => {
  it('answers with a problem document where there is no page', async () => {
    const context = { requestId: 'r-1', log: { error: vi.fn() } };
    const args = { context, request: new Request('http://x/'), params: {} } as never;
    const thrown = (await withProblems(() => Promise.reject(new AppError('rate_limited', { retryAfter: 5 })))(
      args,
    ).catch((error) => error)) as Response;
    expect(thrown.headers.get('Content-Type')).toBe('application/problem+json');
    expect([thrown.status, thrown.headers.get('Retry-After')]).toEqual([429, '5']);
    expect(await thrown.json()).toEqual({
      type: 'about:blank',
      title: 'Rate limited',
      status: 429,
      code: 'rate_limited',
      requestId: 'r-1',
    });
  });

  it('lets redirects pass', async () => {
    const answer = redirect('/sign-in');
    const args = { context: {}, request: new Request('http://x/'), params: {} } as never;
    await expect(withProblems(() => Promise.reject(answer))(args)).rejects.toBe(answer);
  });
});

it('takes a body that is no form for what somebody sent, not for a bug', async () => {
  const request = new Request('http://x/', {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'text/plain' },
  });
  const { outcome, error } = run(() => request.formData());
  expect(await outcome).toMatchObject({ thrown: { data: { code: 'unsupported' }, init: { status: 415 } } });
  expect(error).not.toHaveBeenCalled();
});

describe('fieldErrors', () => {
  it('gives the fields of invalid input, and throws everything else on', () => {
    expect(fieldErrors(invalid({ text: ['error.required'] }))).toEqual({ text: ['error.required'] });
    expect(() => fieldErrors(new AppError('forbidden'))).toThrow('forbidden');
  });
});
