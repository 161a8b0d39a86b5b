import '#app/messages/load-all.ts';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { createDrawings } from '#app/shell/drawing/drawings.server.ts';
import { DrawingsContext } from '#app/shell/drawing/drawn-once.tsx';
import { ReactionChoices } from '#app/shell/drawing/reaction-choices.ts';
import { I18nProvider, type Locale } from '#app/shell/i18n.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import { DrawnCard, type EntryItem, FeedCard } from './feed-card.tsx';

const NOW = '2026-11-28T09:00:00.000Z';

const person = (name: string): PersonRef => ({ id: name, handle: name.toLowerCase(), name, photo: null });

const entry: EntryView = {
  id: 'e',
  kind: 'post',
  threadId: null,
  author: person('Aylin'),
  office: null,
  behalfOf: person('Leyla'),
  intent: 'information',
  at: '2026-11-28T08:00:00.000Z',
  editedAt: '2026-11-28T08:30:00.000Z',
  language: 'en',
  html: '<p>The canteen opens again.</p>',
  reactions: [{ emoji: '👍', count: 3, mine: true }],
  commentCount: 4,
  saved: true,
  follow: 'follows',
  closed: { reason: 'Settled.' },
  hidden: null,
  abilities: {
    edit: true,
    delete: true,
    comment: true,
    react: true,
    closeComments: true,
    share: true,
    report: true,
    hide: true,
  },
};

const item: EntryItem = {
  id: 'i',
  kind: 'post',
  at: entry.at,
  unread: true,
  where: { id: 'a', kind: 'unit', name: 'Applications', slug: 'u' },
  mayPutOnTop: true,
  entry,
  status: null,
  pin: null,
  joiner: null,
  comments: [{ ...entry, id: 'c', kind: 'comment', threadId: 'e' }],
};

const ITEMS: Record<string, EntryItem> = {
  'a post with all that can hang on it': {
    ...item,
    onTop: { by: person('Björn'), until: NOW },
    entry: {
      ...entry,
      preview: {
        kind: 'person',
        href: '/people/ines',
        person: person('Ines'),
        former: false,
        title: 'Lead',
        site: null,
      },
      shared: {
        id: 's',
        author: person('Ines'),
        office: 'Works Council',
        at: entry.at,
        language: 'de',
        html: '<p>Hallo</p>',
      },
      mustRead: { dueAt: NOW, mine: true, confirmedAt: null, changed: false, report: true },
      files: [
        { id: 'f', name: 'plan.pdf', bytes: 1_200, alt: '', credit: '', image: null },
        {
          id: 'g',
          name: 'hall.webp',
          bytes: 9_000,
          alt: 'The hall',
          credit: 'Ines',
          image: { width: 800, height: 600, blur: 'data:,', widths: [400, 800], avif: true },
        },
      ],
    },
  },
  'a status': {
    ...item,
    kind: 'status',
    status: {
      project: { slug: 'atlas', name: 'Atlas' },
      health: 'at_risk',
      targetOn: '2026-12-18',
      previousTargetOn: '2026-12-01',
      originalTargetOn: '2026-11-01',
      slipReason: { text: 'Late parts', language: 'en' },
      blockers: { text: 'Parts', language: 'en' },
      helpWanted: { text: 'Anyone', language: 'en' },
      nextMilestone: { name: 'Go-live', on: '2026-12-10' },
      trail: ['on_track', 'at_risk'],
    },
  },
  'a question on a board': {
    ...item,
    kind: 'pin',
    pin: {
      owner: person('Mara'),
      kind: 'question',
      question: { state: 'open', dueAt: '2026-11-30T15:00:00.000Z', answerer: person('Mara') },
    },
  },
  'one that was hidden': { ...item, entry: { ...entry, html: '', hidden: { reason: 'Off topic', at: NOW } } },
};

// Without a router or a session around it: whatever asks for one fails here.
test.each(Object.entries(ITEMS))('%s is drawn from itself alone, in every language', (_name, given) => {
  for (const locale of ['en', 'de', 'de-sie'] satisfies Locale[]) {
    const drawings = createDrawings('gap');
    const around = (card: React.ReactNode) => (
      <I18nProvider locale={locale} timeZone="Europe/Berlin" now={NOW}>
        <ReactionChoices.Provider value={['👍']}>{card}</ReactionChoices.Provider>
      </I18nProvider>
    );
    const page = renderToString(
      <DrawingsContext.Provider value={drawings}>
        {around(<DrawnCard item={given} position={7} />)}
      </DrawingsContext.Provider>,
    );
    const filled = drawings.fillIn(page);
    expect(filled).toBe(renderToString(around(<FeedCard item={given} position={7} />)));
    expect(filled).toContain('aria-posinset="7"');
  }
});
