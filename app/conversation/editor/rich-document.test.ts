import fc from 'fast-check';
import { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { renderBody } from '#server/domain/conversation/render-body.ts';
import { readSource, schema, writeSource } from './rich-document.ts';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

describe('what was written in the editor', () => {
  test.each([
    ['a word of weight', '**New policy** from *January*'],
    ['lists', '- one\n- two\n\n1. first\n2. second'],
    ['a quote with two lines', '> one\n> two'],
    ['code', 'Press `Esc`, then\n\n```\nmake it so\n```'],
    ['a link', '[the policy](https://example.com/a)'],
    ['a line that ends', 'one\ntwo'],
    ['a mention', 'Ask @mara-suess-lindemann or @max_muster.'],
    ['struck', '~~old~~ new'],
  ])('comes back as it was: %s', (_what, source) => {
    expect(writeSource(readSource(source))).toBe(source);
  });

  test('signs that mean nothing stay signs', () => {
    const typed = ['2 * 3 * 4', '[x] done', 'a_b_c', '# not a title', '5 > 3 < 9', '~ roughly'];
    for (const text of typed) {
      const node = readSource('');
      const doc = node.type.create(
        null,
        node.type.schema.nodes.paragraph?.create(null, node.type.schema.text(text)),
      );
      const shown = renderBody(writeSource(doc)).replace(/<[^>]+>/g, '');
      expect(shown.replaceAll('&gt;', '>').replaceAll('&lt;', '<')).toBe(text);
    }
  });

  test('comes back whatever it is, and is shown with the same words', () => {
    const word = fc.stringMatching(/^[a-zäöüß]{1,6}$/);
    const sign = fc.constantFrom(
      '*',
      '_',
      '#',
      '>',
      '1.',
      '-',
      '+',
      '~',
      '[a]',
      '(b)',
      '|',
      '<b>',
      '&amp;',
      '\\',
      '!',
      '@mara',
    );
    const rest = fc.array(fc.oneof(word, sign), { maxLength: 4 });
    const plain = fc
      .tuple(fc.option(sign), word, rest)
      .map(([first, second, others]) => [...(first ? [first] : []), second, ...others].join(' '));
    const marked = fc.tuple(fc.constantFrom('strong', 'em', 'strike'), word);
    const run = fc
      .tuple(plain, fc.option(marked))
      .map(([text, mark]) => [
        { type: 'text', text: mark ? `${text} ` : text },
        ...(mark ? [{ type: 'text', text: mark[1], marks: [{ type: mark[0] }] }] : []),
      ]);
    const paragraph = run.map((content) => ({ type: 'paragraph', content }));
    const item = paragraph.map((content) => ({ type: 'list_item', content: [content] }));
    const items = fc.array(item, { minLength: 1, maxLength: 3 });
    const block = fc.oneof(
      paragraph,
      items.map((content) => ({ type: 'bullet_list', attrs: { tight: true }, content })),
      items.map((content) => ({ type: 'ordered_list', attrs: { order: 1, tight: true }, content })),
      fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((content) => ({ type: 'blockquote', content })),
    );
    // Two lists of a kind, one right after the other, are one list to everybody.
    const blocks = fc
      .array(fc.tuple(block, paragraph), { minLength: 1, maxLength: 3 })
      .map((pairs) => pairs.flat());
    fc.assert(
      fc.property(blocks, (content) => {
        const written = Node.fromJSON(schema, { type: 'doc', content });
        const source = writeSource(written);
        expect(readSource(source).toJSON()).toEqual(written.toJSON());
        const shown = renderBody(source)
          .replace(/<[^>]+>/g, '')
          .replace(/\s+/g, '');
        const words = escaped(written.textBetween(0, written.content.size, ' ')).replace(/\s+/g, '');
        expect(shown).toBe(words);
      }),
      { numRuns: 2000 },
    );
  });

  test('what is shown holds nothing but what may stand in a post', () => {
    const allowed = /^(?:p|br|strong|em|s|ul|ol|li|blockquote|code|pre|a|hr|table|thead|tbody|tr|th|td)$/;
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (source) => {
        const html = renderBody(source);
        for (const [, tag = ''] of html.matchAll(/<\/?([a-z0-9]+)/gi)) expect(tag).toMatch(allowed);
        expect(html).not.toMatch(/\son\w+=|javascript:/i);
      }),
      { numRuns: 300 },
    );
  });
});
