import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseForm, typedText, typedTexts } from './parse-form.ts';

const schema = z.object({
  text: z.string().trim().min(1).max(10),
  mail: z.email().optional(),
  kind: z.enum(['note', 'question']),
  people: z.array(z.string()).default([]),
  password: z.string().min(8, 'account.passwordTooShort').optional(),
});

function form(entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe('parseForm', () => {
  it('gives what the schema makes of a form', () => {
    const result = parseForm(
      schema,
      form([
        ['text', ' hi '],
        ['kind', 'note'],
        ['people[]', 'a'],
      ]),
    );
    expect(result).toEqual({ ok: true, value: { text: 'hi', kind: 'note', people: ['a'] } });
  });

  it('names every fault by a message key, and hands back what was typed except secrets', () => {
    const result = parseForm(
      schema,
      form([
        ['text', 'far too long for this'],
        ['mail', 'x'],
        ['kind', 'joke'],
        ['password', 'short'],
      ]),
    );
    expect(result).toEqual({
      ok: false,
      errors: {
        text: ['error.tooLong'],
        mail: ['error.email'],
        kind: ['error.choose'],
        password: ['account.passwordTooShort'],
      },
      values: { text: 'far too long for this', mail: 'x', kind: 'joke' },
    });
  });

  it('calls an empty field required', () => {
    const result = parseForm(
      schema,
      form([
        ['text', '  '],
        ['kind', 'note'],
      ]),
    );
    expect(result).toMatchObject({ ok: false, errors: { text: ['error.required'] } });
  });

  it('does not send a megabyte back', () => {
    const result = parseForm(schema, form([['text', 'x'.repeat(1_000_000)]]));
    expect(result.ok ? 0 : result.values.text?.length).toBe(40_000);
  });

  it('refuses at its field what no database stores, before any schema looks at it', () => {
    const nul = parseForm(
      schema,
      form([
        ['text', 'a\0b'],
        ['kind', 'note'],
        ['people[]', '\0'],
      ]),
    );
    expect(nul).toMatchObject({ ok: false, errors: { text: ['error.invalid'], people: ['error.invalid'] } });
  });
});

describe('what is sent back', () => {
  const long = (count: number) => 'x'.repeat(count);

  it('holds a text in two languages, far longer than they may be, whole', () => {
    const typed: [string, string][] = [
      ['text', long(30_000)],
      ['secondText', long(30_000)],
      ['pollOption1', 'Yes'],
    ];
    expect(typedTexts(form(typed))).toEqual(Object.fromEntries(typed));
  });

  it.each<[string, [string, string][]]>([
    ['one endless field', [['text', long(2_000_000)]]],
    ['many long fields', Array.from({ length: 50 }, (_, index) => [`field${index}`, long(40_000)])],
    ['many small fields', Array.from({ length: 200_000 }, (_, index) => [`f${index}`, 'x'])],
    ['endless names', Array.from({ length: 50 }, (_, index) => [`${long(40_000)}${index}`, 'x'])],
  ])('is bounded: %s', (_what, entries) => {
    const values = Object.entries(typedTexts(form(entries)));
    const length = values.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
    expect(length).toBeLessThanOrEqual(120_000);
  });

  it('is one field, several values with commas between, bounded too', () => {
    const push: [string, string][] = [
      ['push', 'mention'],
      ['push', 'pin'],
    ];
    expect(typedText(form(push), 'push')).toBe('mention,pin');
    expect(typedText(form([]), 'push')).toBe('');
    expect(typedText(form([['intent', long(2_000_000)]]), 'intent')).toHaveLength(40_000);
  });

  it('leaves out secrets, or what a form calls so', () => {
    const typed: [string, string][] = [
      ['setupCode', '1234'],
      ['repeated', 'secret'],
    ];
    expect(typedTexts(form(typed))).toEqual({ repeated: 'secret' });
    expect(typedTexts(form(typed), /repeated/)).toEqual({ setupCode: '1234' });
  });
});
