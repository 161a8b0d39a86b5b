import type { Parts } from '#server/domain/parts.ts';
import type { SearchEngines } from '#server/platform/search-engine/engines.ts';
import { updateIndex } from './update-index.ts';

/** Seconds in which the changes of one chart are gathered before its people are indexed again. */
const GATHER_MS = 20_000;

/** Keeps the index in step with what happens, one listener an effect, and tidies it every night. */
export function registerSearchListeners(
  parts: Pick<Parts, 'db' | 'events' | 'jobs' | 'clock'>,
  engines: SearchEngines,
): void {
  const { db, events, jobs, clock } = parts;

  events.listen(
    'search.entry',
    ['entry.published', 'entry.edited', 'entry.removed', 'entry.restored'],
    async (event) => {
      await updateIndex(parts, engines, 'post', [event.entryId]);
      if (event.kind === 'pin' || event.kind === 'answer')
        await updateIndex(parts, engines, 'question', await questionsBehind(db, event.entryId));
    },
  );
  // Answered, a question is found together with its answer; open again, both stand for themselves.
  events.listen(
    'search.question',
    ['question.changed', 'answer.consented', 'answer.findable'],
    async (event) => {
      await updateIndex(parts, engines, 'question', [event.entryId]);
      await updateIndex(parts, engines, 'post', await textsOf(db, event.entryId));
    },
  );
  // Of a status more stands in its particulars, written after the entry.
  events.listen('search.status', ['status.published'], (event) =>
    updateIndex(parts, engines, 'post', [event.entryId]),
  );
  events.listen('search.person', ['person.changed', 'person.joined', 'person.ended'], (event) =>
    updateIndex(parts, engines, 'person', [event.personId]),
  );
  events.listen('search.project', ['project.changed'], async (event) => {
    await updateIndex(parts, engines, 'project', [event.projectId]);
    await updateIndex(parts, engines, 'post', await entriesOutOfStep(db, event.projectId));
  });
  // Never changed afterwards; whether it hangs today is asked when it is found.
  events.listen('search.notice', ['notice.hung'], (event) =>
    updateIndex(parts, engines, 'notice', [event.noticeId]),
  );
  events.listen('search.chart', ['chart.changed'], (event) =>
    jobs.send(
      'search.chart',
      { chartId: event.chartId },
      { singletonKey: event.chartId, startAfter: new Date(clock.now().getTime() + GATHER_MS) },
    ),
  );
  jobs.handle<{ chartId: string }>('search.chart', async ({ chartId }) => {
    const people = await db.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT a.person_id::text AS id FROM assignment a JOIN position p ON p.id = a.position_id
      WHERE p.chart_id = ${chartId}::uuid`;
    for (let from = 0; from < people.length; from += 500) {
      const part = people.slice(from, from + 500).map((row) => row.id);
      await updateIndex(parts, engines, 'person', part);
    }
  });
  jobs.schedule('search.catch-up', '* * * * *', () => engines.catchUp());
  jobs.schedule('search.forget-words', '40 2 * * *', () => engines.postgres.forgetUnusedWords());
}

/** The question on a board that an entry is, or answers. */
async function questionsBehind(db: Parts['db'], entryId: string): Promise<string[]> {
  const rows = await db.question.findMany({
    where: { OR: [{ entryId }, { answerId: entryId }] },
    select: { entryId: true },
  });
  return rows.map((row) => row.entryId);
}

/** A question and all that was answered to it. */
async function textsOf(db: Parts['db'], questionId: string): Promise<string[]> {
  const answers = await db.entry.findMany({
    where: { threadId: questionId, kind: 'answer' },
    select: { id: true },
  });
  return [questionId, ...answers.map(({ id }) => id)];
}

/** Posts of a project whose document says something else about who may read them, or the unit, than the project does now. */
async function entriesOutOfStep(db: Parts['db'], projectId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT d.subject_id::text AS id FROM project p JOIN audience a ON a.id = p.audience_id
    JOIN search_document d ON d.audience_id = a.id AND d.kind = 'post'
    WHERE p.id = ${projectId}::uuid AND (d.open <> a.open OR d.unit_id IS DISTINCT FROM p.unit_id)`;
  return rows.map((row) => row.id);
}
