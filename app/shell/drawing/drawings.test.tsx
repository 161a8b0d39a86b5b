import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { I18nProvider, useNow } from '#app/shell/i18n.tsx';
import { createDrawings } from './drawings.server.ts';
import { DrawingsContext, drawnOnce } from './drawn-once.tsx';

const draws = vi.fn();

type CardProps = { text: string; position: number };

function Card({ text, position }: CardProps) {
  draws();
  const now = useNow();
  return (
    <article aria-posinset={position}>
      {text} at {now}
    </article>
  );
}

const DrawnCard = drawnOnce(Card, {
  name: 'test-card',
  same: ({ text }) => ({ text, position: 0 }),
  place: (html, { position }) => html.replace('aria-posinset="0"', `aria-posinset="${position}"`),
});

const NOON = '2026-11-28T12:00:00.000Z';

function page(cards: CardProps[], now = NOON, secret = 's') {
  const drawings = createDrawings(secret);
  const list = (Item: typeof Card) => (
    <I18nProvider locale="en" timeZone="UTC" now={now}>
      <main>
        {cards.map((card) => (
          <Item key={card.position} {...card} />
        ))}
      </main>
    </I18nProvider>
  );
  const html = renderToString(
    <DrawingsContext.Provider value={drawings}>{list(DrawnCard as typeof Card)}</DrawingsContext.Provider>,
  );
  return { filled: drawings.fillIn(html), plain: renderToString(list(Card)) };
}

test('a page is the same as drawn piece by piece, and the second reader costs nothing', () => {
  const first = page([
    { text: 'one', position: 1 },
    { text: 'two', position: 2 },
  ]);
  expect(first.filled).toBe(first.plain);
  draws.mockClear();
  const drawings = page([
    { text: 'two', position: 1 },
    { text: 'one', position: 2 },
  ]);
  expect(drawings.filled).toBe(drawings.plain);
  // Both by the plain page beside it.
  expect(draws).toHaveBeenCalledTimes(2);
});

test('another minute, language or prop is another drawing', () => {
  const at = (now: string) => page([{ text: 'three', position: 1 }], now).filled;
  expect(at(NOON)).not.toBe(at('2026-11-28T12:01:00.000Z'));
});

test('no text can pretend to be a gap, nor bring a pattern into the page', () => {
  const forged = page([{ text: '<template data-gap="s-0"></template> $& $1', position: 1 }]);
  expect(forged.filled).toBe(forged.plain);
  const empty = createDrawings('t');
  expect(empty.fillIn('<template data-gap="s-0"></template>')).toBe('<template data-gap="s-0"></template>');
});

test('without a page to fill in, as in a test or in the browser, it is the component itself', () => {
  expect(renderToString(<DrawnCard text="four" position={4} />)).toContain('aria-posinset="4"');
});

test('what was not looked at for longest is forgotten when there is too much', () => {
  const large = 'x'.repeat(4_000_000);
  for (const text of ['five', `a${large}`, `b${large}`]) page([{ text, position: 1 }]);
  draws.mockClear();
  page([{ text: 'five', position: 1 }]);
  expect(draws).toHaveBeenCalledTimes(2);
});
