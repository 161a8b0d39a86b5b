import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import '#app/messages/load-all.ts';
import { I18nProvider } from '#app/shell/i18n.tsx';
import type { LinkPreview } from '#server/domain/conversation/link-preview.view.ts';
import { LinkCard } from './link-card.tsx';

const NOW = '2026-11-27T09:00:00.000Z';
const aylin = { id: 'a', handle: 'aylin', name: 'Aylin Kaya', photo: null };

function show(preview: LinkPreview, options: { compact?: boolean; locale?: 'en' | 'de' } = {}): string {
  return renderToStaticMarkup(
    <I18nProvider locale={options.locale ?? 'en'} timeZone="Europe/Berlin" now={NOW}>
      <LinkCard preview={preview} compact={options.compact} />
    </I18nProvider>,
  );
}
/** The words that are read, without elements. */
const wordsOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const written = { author: aylin, whom: null, at: NOW, words: 'Hello you', language: 'en' } as const;
const post: LinkPreview = { kind: 'post', href: '/posts/1', ...written };

describe('a page in small', () => {
  test.each<[preview: LinkPreview, words: string]>([
    [post, 'AK Post · Aylin Kaya Fri 27 Nov · Hello you'],
    [{ ...post, whom: { name: 'Board' } }, 'AK Post · Aylin Kaya on behalf of Board Fri 27 Nov · Hello you'],
    [
      { ...written, kind: 'pin', href: '/x', pin: 'thanks', owner: { name: 'Mara' } },
      'AK Thanks · Aylin Kaya Mara’s pinboard · Hello you',
    ],
    [
      { kind: 'status', href: '/x', project: 'Atlas', health: 'at_risk', at: NOW },
      'At risk Project status · Atlas At risk · Fri 27 Nov',
    ],
    [
      { kind: 'project', href: '/x', project: 'Atlas', health: 'on_track', lead: { name: 'Mara' } },
      'On track Project · Atlas On track · Lead: Mara',
    ],
    [
      { kind: 'project', href: '/x', project: 'Atlas', health: null, lead: null },
      'No status yet Project · Atlas No status yet',
    ],
    [
      { kind: 'person', href: '/x', person: aylin, title: 'COO', site: 'Hamburg', former: false },
      'AK Profile · Aylin Kaya COO · Hamburg',
    ],
    [
      { kind: 'person', href: '/x', person: aylin, title: null, site: null, former: true },
      'AK Profile · Aylin Kaya Former colleague',
    ],
  ])('says what it is: %j', (preview, words) => {
    expect(wordsOf(show(preview))).toBe(words);
  });

  test('of a notice says where and when it hangs', () => {
    const notice: LinkPreview = {
      ...{ kind: 'notice', href: '/x', title: 'Wahl', language: 'de', site: null },
      ...{ from: '2026-11-01', lastDay: '2026-12-31', withdrawn: true },
    };
    expect(wordsOf(show(notice, { locale: 'de' }))).toBe(
      'Aushang · Wahl Alle Standorte · abgenommen · So., 1. Nov. bis Do., 31. Dez.',
    );
    expect(wordsOf(show({ ...notice, site: 'Hamburg', lastDay: null, withdrawn: false }))).toBe(
      'Notice · Wahl Hamburg · from Sun 1 Nov',
    );
  });

  test('is one link, in one line where it should be quiet', () => {
    for (const html of [show(post), show(post, { compact: true })]) {
      expect(html.match(/<a /g)).toHaveLength(1);
      expect(html).toMatch(/^<a [^>]*href="\/posts\/1"/);
      expect(html).not.toMatch(/tabindex|<button/i);
    }
    expect(wordsOf(show(post, { compact: true }))).toBe('Post · Aylin Kaya · Hello you');
  });

  test('shows markup as the words it is', () => {
    const name = '<img src=x onerror=alert(1)>';
    const html = show({ kind: 'project', href: '/x', project: name, health: null, lead: { name } });
    expect(html).not.toContain('<img');
    expect(html.match(/&lt;img src=x onerror=alert\(1\)&gt;/g)).toHaveLength(2);
  });

  test('keeps what runs from right to left, or turns text round, to itself', () => {
    const turned = '\u202Egnirts';
    const html = show({ kind: 'status', href: '/x', project: turned, health: 'on_track', at: NOW });
    expect(html).toContain(`>${turned}</bdi>`);
    expect(show({ ...post, words: 'שלום' })).toContain('<bdi lang="en">שלום</bdi>');
  });
});
