import { mayRead, readable } from '#server/domain/audience/audience.policy.ts';
import { firstWords } from '#server/domain/conversation/plain-text.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { isUuid } from '#server/platform/ids.ts';
import type { SearchEngines } from '#server/platform/search-engine/engines.ts';
import type { SearchKind } from '#server/platform/search-engine/search-engine.ts';
import { searchReader } from './reader.queries.ts';
import { toResults } from './results.queries.ts';
import type {
  NoticeResult,
  PersonResult,
  PersonSuggestion,
  PostResult,
  ProjectResult,
  QuestionResult,
  Suggestions,
} from './search.view.ts';
import { isSearchable } from './snippet.ts';

const PEOPLE = 5;
const PROJECTS = 3;
const POSTS = 4;
const NOTICES = 3;
const QUESTIONS = 3;

type SearchParts = Pick<Parts, 'db' | 'clock'>;

/** A few people, projects, notices that hang and posts for what somebody is typing; names and titles before texts. */
export async function suggest(
  parts: SearchParts,
  engines: SearchEngines,
  actor: Actor,
  query: string,
): Promise<Suggestions> {
  const q = query.replaceAll('\0', '').trim().slice(0, 100);
  if (!isSearchable(q)) return { people: [], posts: [], projects: [], notices: [], questions: [] };
  const reader = await searchReader(parts.db, actor);
  const today = dayIn(actor.timeZone, parts.clock.now());
  const few = async (kind: SearchKind, limit: number, titlesOnly: boolean) => {
    const page = await engines.search(q, { reader, kinds: [kind], limit: limit * 2, titlesOnly });
    return (await toResults(parts.db, actor, page.hits, q, today)).slice(0, limit);
  };
  const [people, projects, notices, posts, questions] = await Promise.all([
    few('person', PEOPLE, true) as Promise<PersonResult[]>,
    few('project', PROJECTS, true) as Promise<ProjectResult[]>,
    few('notice', NOTICES, true) as Promise<NoticeResult[]>,
    // Two letters begin too many words of texts to be a help.
    (q.length < 3 ? Promise.resolve([]) : few('post', POSTS, false)) as Promise<PostResult[]>,
    (q.length < 3 ? Promise.resolve([]) : few('question', QUESTIONS, false)) as Promise<QuestionResult[]>,
  ]);
  return {
    people: people.map(toSuggestion),
    posts: posts.map((post) => ({
      id: post.id,
      title: firstWords(post.snippet.map((segment) => segment.text).join('')),
      detail: [post.author.name, post.project ?? post.owner?.name].filter(Boolean).join(' → '),
      to: post.to,
    })),
    projects: projects.map((project) => ({
      slug: project.slug,
      name: project.name.map((segment) => segment.text).join(''),
      detail: project.lead?.name ?? '',
      health: project.health,
    })),
    // What hangs no more is looked for on purpose, on the page of all results.
    notices: notices
      .filter((notice) => notice.state === 'current')
      .map((notice) => ({
        id: notice.id,
        title: notice.title.map((segment) => segment.text).join(''),
        detail: notice.site?.name ?? '',
      })),
    questions: questions.map(({ id, to, question, answerer }) => ({
      id,
      to,
      title: firstWords(question.map((segment) => segment.text).join('')),
      detail: answerer.name,
    })),
  };
}

/**
 * Persons to mention while typing `@mar`: those who may read what is written to `audienceId`, where one is given. Who is
 * in an audience is told to nobody outside it.
 */
export async function suggestPeople(
  parts: SearchParts,
  engines: SearchEngines,
  actor: Actor,
  query: string,
  audienceId?: string,
): Promise<PersonSuggestion[]> {
  const q = query.replaceAll('\0', '').trim().slice(0, 100);
  if (!isSearchable(q)) return [];
  const among = audienceId && isUuid(audienceId) ? audienceId : null;
  if (among && !(await mayRead(parts.db, actor, among))) return [];
  const reader = await searchReader(parts.db, actor);
  const today = dayIn(actor.timeZone, parts.clock.now());
  const page = await engines.search(q, { reader, kinds: ['person'], limit: 24, titlesOnly: true });
  const people = (await toResults(parts.db, actor, page.hits, q, today)) as PersonResult[];
  const allowed = among ? await readersAmong(parts, people, among) : null;
  return people
    .filter(({ person }) => !allowed || allowed.has(person.id))
    .slice(0, 8)
    .map(toSuggestion);
}

async function readersAmong(
  { db }: SearchParts,
  people: PersonResult[],
  audienceId: string,
): Promise<Set<string>> {
  const checks = people.map(({ person }) => {
    const someone = { personId: person.id, role: person.external ? 'external' : 'employee' } as const;
    return Prisma.sql`SELECT ${person.id} AS id WHERE ${readable(someone, Prisma.sql`${audienceId}::uuid`)}`;
  });
  if (checks.length === 0) return new Set();
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.join(checks, ' UNION ALL '));
  return new Set(rows.map((row) => row.id));
}

function toSuggestion({ person, title, unit, site }: PersonResult): PersonSuggestion {
  return {
    personId: person.id,
    handle: person.handle,
    name: person.name,
    detail: [title ?? unit, site].filter(Boolean).join(' · '),
    photoUrl: person.photo,
  };
}
