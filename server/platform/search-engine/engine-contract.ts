import { beforeAll, describe, expect, test } from 'vitest';
import type {
  SearchDocument,
  SearchEngine,
  SearchFilter,
  SearchKind,
  SearchOptions,
} from './search-engine.ts';

const id = (n: number) => `0198a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const EVERYONE = id(900);
const PAIR = id(901);
const UNIT = id(902);
const PROJECT = id(903);
const AUTHOR = id(904);

const NAMES = new Map<string, string>();
let made = 0;
function doc(
  kind: SearchKind,
  title: string,
  body = '',
  given: Partial<SearchDocument> = {},
): SearchDocument {
  made += 1;
  NAMES.set(id(made), title || body.slice(0, 24));
  return {
    kind,
    id: id(made),
    title,
    body,
    threadKind: kind === 'post' ? 'post' : null,
    audienceId: EVERYONE,
    open: true,
    authorId: null,
    unitId: null,
    siteId: null,
    projectId: null,
    at: kind === 'post' ? new Date(Date.UTC(2026, 10, 1, made % 24, made % 60)) : null,
    ...given,
  };
}

const DOCUMENTS = [
  doc('person', 'Mara Süß-Lindemann', 'Leiterin Einkauf, Hamburg'),
  doc('person', 'Ronja Weiß', 'Disponentin, Rostock'),
  doc('person', 'Henrik Müller', 'Schlosser, Hamburg'),
  doc('person', 'Greta Mueller', 'Buchhaltung, Hamburg'),
  doc('person', 'Tomasz Wójcik', 'IT, Schweinfurt'),
  doc('person', 'Aylin Kaya', 'Projektleiterin ERP'),
  doc('person', 'Yusuf Şahin', 'Halle 4, Hamburg'),
  doc('person', 'فاطمة الزهراء', 'Logistik'),
  doc('person', 'Weiß Arnhild', 'Empfang'),
  doc('project', 'Atlas – ERP rollout', 'Einführung des neuen ERP in allen Werken'),
  doc('project', 'Lagerlogistik Nord', 'Neue Halle in Rostock'),
  doc('post', '', 'Atlas geht am 29. Dezember live, nicht am 15.'),
  doc('post', '', 'Die neue Reisekostenrichtlinie gilt ab 1. Januar. Alle Verträge werden geprüft.'),
  doc('post', '', 'The travel policy changed: managers approve expenses within a week.'),
  doc('post', '', 'Die Straße vor Halle 4 wird gesperrt.'),
  doc('post', '', 'Geheim: das Geschenk zum Abschied', { open: false, audienceId: PAIR }),
  doc('notice', 'Betriebsversammlung · Works meeting', 'Am 9. März in der Kantine, Hall 2'),
  doc('post', '', 'Nikolausfeier in der Kantine\u0000, alle sind willkommen'),
  doc('person', 'Gudrun Krantz', 'Kranbau', { unitId: UNIT }),
  doc('project', 'Kran Nord', 'Wird gebaut', { unitId: UNIT, projectId: PROJECT }),
  doc('post', '', 'Kran im März', { authorId: AUTHOR, at: new Date('2026-03-10T08:00:00Z') }),
  doc('post', '', 'Kran im April', { projectId: PROJECT, at: new Date('2026-04-10T08:00:00Z') }),
  doc('post', 'Kran Nord', 'Kran im Plan', { threadKind: 'status', projectId: PROJECT }),
  doc('post', '', 'Kran: danke', { threadKind: 'pin', unitId: UNIT, authorId: AUTHOR }),
];

/** Twenty-five posts about one thing, for pages. */
const SERIES = Array.from({ length: 25 }, (_, n) => doc('post', '', `Schichtplan Woche ${n + 1}`));

/** What every engine must do. Run with an engine that holds nothing. */
export function searchEngineContract(name: string, start: () => Promise<SearchEngine>): void {
  describe(`${name} finds`, () => {
    let engine: SearchEngine;
    beforeAll(async () => {
      engine = await start();
      await engine.clear();
      await engine.index([...DOCUMENTS, ...SERIES]);
    }, 120_000);

    const INSIDER = { insider: true, audienceIds: [] };
    async function find(query: string, options: Partial<SearchOptions> = {}): Promise<string[]> {
      const page = await engine.search(query, { reader: INSIDER, limit: 20, ...options });
      return page.hits.map((hit) => NAMES.get(hit.id) ?? hit.id);
    }

    test.each([
      ['suess', 'Mara Süß-Lindemann'],
      ['Süß', 'Mara Süß-Lindemann'],
      ['weiss', 'Ronja Weiß'],
      ['weiß', 'Ronja Weiß'],
      ['WEISS', 'Ronja Weiß'],
      ['wojcik', 'Tomasz Wójcik'],
      ['sahin', 'Yusuf Şahin'],
      ['فاطمة', 'فاطمة الزهراء'],
      ['strasse', 'Die Straße vor Halle 4 w'],
    ])('%s: %s', async (query, wanted) => {
      expect(await find(query)).toContain(wanted);
    });

    test.each(['müller', 'mueller', 'muller', 'Müller'])('both Müllers by %s', async (query) => {
      expect((await find(query)).sort()).toEqual(['Greta Mueller', 'Henrik Müller']);
    });

    test('a name by its parts in any order, and by their beginnings', async () => {
      expect(await find('lindemann mara')).toEqual(['Mara Süß-Lindemann']);
      expect(await find('Süß-Lindemann')).toEqual(['Mara Süß-Lindemann']);
      expect(await find('mara lin')).toEqual(['Mara Süß-Lindemann']);
    });

    test.each([
      ['Lindeman', 'Mara Süß-Lindemann'],
      ['Lindemannn', 'Mara Süß-Lindemann'],
      ['Lidnemann', 'Mara Süß-Lindemann'],
      ['Aylni', 'Aylin Kaya'],
      ['Tomazs', 'Tomasz Wójcik'],
      ['Wiess', 'Ronja Weiß'],
      ['Reisekostenrichtline', 'Die neue Reisekostenrich'],
    ])('despite the typing mistake in %s: %s', async (query, wanted) => {
      expect(await find(query)).toContain(wanted);
    });

    test('no mistake is forgiven in a short word', async () => {
      expect(await find('Kaza')).toEqual([]);
    });

    test('all words must match', async () => {
      expect(await find('Mara Rostock')).toEqual([]);
      expect(await find('Ronja Rostock')).toEqual(['Ronja Weiß']);
    });

    test.each([
      ['Vertrag', 'Die neue Reisekostenrich'],
      ['Verträge', 'Die neue Reisekostenrich'],
      ['Vertrags', 'Die neue Reisekostenrich'],
      ['manager', 'The travel policy change'],
      ['expense', 'The travel policy change'],
    ])('other forms of a word: %s', async (query, wanted) => {
      expect(await find(query)).toContain(wanted);
    });

    test('persons before projects before posts, where the name matches', async () => {
      expect((await find('atlas')).slice(0, 2)).toEqual(['Atlas – ERP rollout', 'Atlas geht am 29. Dezemb']);
      expect((await find('erp'))[0]).toBe('Atlas – ERP rollout');
      expect((await find('weiss')).sort()).toEqual(['Ronja Weiß', 'Weiß Arnhild']);
    });

    test('only the kinds asked for', async () => {
      expect(await find('atlas', { kinds: ['post'] })).toEqual(['Atlas geht am 29. Dezemb']);
      expect(await find('hamburg', { kinds: ['project'] })).toEqual([]);
      expect(await find('rostock', { kinds: ['person', 'project'] })).toHaveLength(2);
    });

    test.each<[string, SearchFilter, string[]]>([
      ['what stands on pinboards', { threadKind: 'pin' }, ['Kran: danke']],
      ['what was said about statuses', { threadKind: 'status' }, ['Kran Nord']],
      ['of a unit', { unitIds: [id(990), UNIT] }, ['Gudrun Krantz', 'Kran Nord', 'Kran: danke']],
      ['of a project', { projectId: PROJECT }, ['Kran Nord', 'Kran Nord', 'Kran im April']],
      ['by an author', { authorId: AUTHOR }, ['Kran im März', 'Kran: danke']],
      ['by an author on a pinboard', { authorId: AUTHOR, threadKind: 'pin' }, ['Kran: danke']],
      ['from a day on', { since: new Date('2026-04-10T08:00:00Z'), threadKind: 'post' }, ['Kran im April']],
      ['before a day', { before: new Date('2026-04-10T08:00:00Z') }, ['Kran im März']],
    ])('only %s', async (_what, filter, expected) => {
      expect((await find('kran', { filter })).sort()).toEqual(expected);
    });

    test('titles alone, for suggestions', async () => {
      expect(await find('hamburg', { titlesOnly: true })).toEqual([]);
      expect(await find('mar', { titlesOnly: true })).toEqual(['Mara Süß-Lindemann']);
    });

    test('only what the reader may see', async () => {
      expect(await find('Geschenk')).toEqual([]);
      expect(await find('Geschenk', { reader: { insider: true, audienceIds: [PAIR] } })).toHaveLength(1);
      const external = { insider: false, audienceIds: [PAIR] };
      expect(await find('Geschenk', { reader: external })).toHaveLength(1);
      expect(await find('Atlas', { reader: external })).toEqual([]);
      // What hangs for all hangs for them, too.
      expect(await find('works meeting', { reader: external })).toHaveLength(1);
    });

    test('page after page, nothing twice and nothing missed', async () => {
      const seen: string[] = [];
      let cursor: string | null = null;
      for (let pages = 0; pages < 10; pages += 1) {
        const page = await engine.search('schichtplan', { reader: INSIDER, limit: 10, cursor });
        seen.push(...page.hits.map((hit) => hit.id));
        cursor = page.next;
        if (!cursor) break;
      }
      expect(seen).toHaveLength(25);
      expect(new Set(seen).size).toBe(25);
    });

    test.each(['', '   ', '!!!', "'", '\\', '" OR 1=1 --', "a' & b | (c", '%', '\u0000', 'x'.repeat(100)])(
      'nothing, calmly, for %j',
      async (query) => {
        await expect(find(query)).resolves.toBeInstanceOf(Array);
      },
    );

    test('a cursor that is not one begins at the start', async () => {
      expect(await find('weiss', { cursor: 'nonsense' })).toHaveLength(2);
    });

    test('what was changed or removed, as it is now', async () => {
      const first = DOCUMENTS[0] as SearchDocument;
      await engine.index([{ ...first, title: 'Mara Schmidt' }]);
      expect(await find('lindemann')).toEqual([]);
      expect(await find('schmidt')).toHaveLength(1);
      await engine.remove([{ kind: 'person', id: first.id }]);
      expect(await find('schmidt')).toEqual([]);
      await engine.index([first]);
      expect(await find('lindemann')).toEqual(['Mara Süß-Lindemann']);
    });
  });
}
