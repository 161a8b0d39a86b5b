import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { fillIn, maskValues } from './rich-text.tsx';

function show(message: string, values: Parameters<typeof maskValues>[0]): string {
  const masked = maskValues(values);
  const text = message.replace(/\{(\w+)\}/g, (_, name: string) => String(masked[name]));
  return renderToStaticMarkup(fillIn(text, values));
}

describe('texts with elements in them', () => {
  it('put nodes where the sentence wants them', () => {
    expect(show('{who} wrote {count} notes', { who: <b>Mara</b>, count: 3 })).toBe(
      '<b>Mara</b> wrote 3 notes',
    );
  });

  it('hand tags to their function, nodes inside included', () => {
    const link = (children: React.ReactNode) => <a href="/x">{children}</a>;
    expect(show('Ask <link>{who}</link> now', { link, who: 'Jo' })).toBe('Ask <a href="/x">Jo</a> now');
  });

  it('never read what a person typed as a tag', () => {
    const link = (children: React.ReactNode) => <a href="/x">{children}</a>;
    expect(show('{text}', { text: '<link>x</link>', link })).toBe('&lt;link&gt;x&lt;/link&gt;');
  });
});
