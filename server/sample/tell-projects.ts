import { type Actor, systemActor } from '#server/domain/identity/actor.ts';
import { createSeats } from '#server/domain/organisation/create-seats.ts';
import type { Told, ToldProject, ToldQuestion, ToldStatus } from './projects/project.types.ts';
import { PROJECTS } from './projects/projects.ts';
import { happens, named, type Story } from './story.ts';
import { tellComments, tellReactions } from './tell-replies.ts';
import { peopleOf } from './told-groups.ts';

/** Projects with their charts and milestones now, and their status updates as moments of the last half year. */
export async function tellProjects(story: Story): Promise<void> {
  for (const project of PROJECTS) {
    const created = await createProject(story, project);
    story.projects.set(project.name, created);
    // It has reported since it began, not since the company was told.
    const cadenceFrom = story.days.at(story.days.day(-project.startedDaysAgo), project.time);
    await story.tx.project.update({ where: { id: created.id }, data: { cadenceFrom } });
    await tellSeats(story, created.chartId, project);
    for (const who of project.followers ?? []) {
      await story.services.projects.followProject(named(story.people, who), created.slug);
    }
    await tellMilestones(story, created.slug, project);
    let target = story.days.target(project.target);
    for (const status of project.statuses) {
      if (status.movedTo) target = story.days.target(status.movedTo);
      tellStatus(story, created.slug, project, status, target);
    }
    if (project.lifecycle) endOrPause(story, created.slug, project);
  }
  for (const { name, lead, partOf } of PROJECTS) {
    if (!partOf) continue;
    const [part, whole] = [named(story.projects, name), named(story.projects, partOf)];
    await story.services.projects.setParent(named(story.people, lead), part.slug, whole.slug);
  }
  await tellViews(story);
  await story.parts.events.settle();
}

function createProject(story: Story, project: ToldProject) {
  const id = (name: string) => named(story.people, name).personId;
  return story.services.projects.createProject(named(story.people, 'Anke Feddersen'), {
    name: project.name,
    descriptionEn: project.en,
    descriptionDe: project.de,
    visibility: project.visibility ?? 'open',
    unitId: named(story.units, project.unit).id,
    startedOn: story.days.day(-project.startedDaysAgo),
    targetOn: story.days.target(project.target),
    cadence: project.cadence ?? 'weekly',
    cadenceWeekday: project.weekday,
    cadenceHour: Number(project.time.slice(0, 2)) + 1,
    leadId: id(project.lead),
    ...(project.deputy && { deputyId: id(project.deputy) }),
    sponsorId: id(project.sponsor),
  });
}

async function tellSeats(story: Story, chartId: string, project: ToldProject): Promise<void> {
  const from = story.days.day(-project.startedDaysAgo);
  const seats = project.seats.map(([who, title, below], rank) => {
    const manager = below ? project.seats.findIndex(([name]) => name === below) : null;
    const holders = who ? [{ personId: named(story.people, who).personId, from, share: 100 }] : [];
    return { title, rank, manager, from, holders };
  });
  await createSeats(story.tx, story.parts, systemActor, { chartId, seats });
}

async function tellMilestones(story: Story, slug: string, project: ToldProject): Promise<void> {
  const lead = named(story.people, project.lead);
  const { projects } = story.services;
  for (const milestone of project.milestones) {
    const { id } = await projects.addMilestone(lead, slug, {
      nameEn: milestone.en,
      nameDe: milestone.de,
      targetOn: story.days.workday(milestone.originalIn),
    });
    const moved = milestone.targetIn !== undefined ? day(story, milestone.targetIn) : undefined;
    const done = milestone.doneIn !== undefined ? day(story, milestone.doneIn) : undefined;
    if (!moved && !done) continue;
    await projects.changeMilestone(lead, slug, id, {
      ...(moved && { targetOn: moved }),
      ...(done && { doneOn: done }),
    });
  }
}

function day(story: Story, offset: number): Date {
  return new Date(`${story.days.workday(offset)}T00:00:00.000Z`);
}

/** When the update of a week was written: on the project's weekday, the newest of a fresh project just now. */
function statusTime(story: Story, project: ToldProject, weeksAgo: number): Date {
  const { days } = story;
  if (project.freshMinutes === undefined)
    return days.at(days.weekday(project.weekday, weeksAgo), project.time);
  if (weeksAgo === 0) return days.minutesAgo(project.freshMinutes);
  const today = days.day(0);
  const last = days.weekday(project.weekday, 0);
  const recent = Date.parse(today) - Date.parse(last) < 5 * 86_400_000;
  return days.at(days.weekday(project.weekday, recent ? weeksAgo : weeksAgo - 1), project.time);
}

function tellStatus(
  story: Story,
  slug: string,
  project: ToldProject,
  status: ToldStatus,
  targetOn: string,
): void {
  const at = statusTime(story, project, status.weeksAgo);
  const author = named(story.people, (status.byDeputy && project.deputy) || project.lead);
  happens(story, at, async () => {
    const { entryId } = await story.services.projects.publishStatus(author, slug, {
      health: status.health,
      targetOn,
      ...statusBodies(story, status, author.language),
    });
    tellComments(story, entryId, at, status.comments ?? []);
    tellReactions(story, entryId, at, status.reactions ?? [], peopleOf(story, project.name));
    for (const question of status.questions ?? []) tellQuestion(story, entryId, at, author, question);
  });
}

/** Somebody asks about a status; whoever wrote it answers the next hour, or has not yet. */
function tellQuestion(story: Story, statusId: string, at: Date, author: Actor, question: ToldQuestion): void {
  const { start } = story.days;
  const asked =
    'minutesAgo' in question
      ? new Date(start.getTime() - question.minutesAgo * 60_000)
      : new Date(Math.min(at.getTime() + question.afterMinutes * 60_000, start.getTime() - 3 * 3_600_000));
  const { projects } = story.services;
  happens(story, asked, async () => {
    const asker = named(story.people, question.who);
    const { id } = await projects.askOnStatus(asker, statusId, { text: question.text });
    const { answer: text } = question;
    if (!text) return;
    happens(story, new Date(asked.getTime() + 50 * 60_000), async () => {
      await projects.answerOnStatus(author, id, { text });
    });
  });
}

/** Filters that two of them come back to. */
async function tellViews(story: Story): Promise<void> {
  const views = [
    { who: 'Ronja Weiß', en: 'At risk', de: 'Gefährdet', query: 'health=at_risk&view=table' },
    { who: 'Aylin Kaya', en: 'Quiet for two weeks', de: 'Zwei Wochen still', query: 'stale=14&sort=stale' },
  ];
  for (const { who, query, ...names } of views) {
    const actor = named(story.people, who);
    await story.services.projects.saveView(actor, { name: names[actor.language], query });
  }
}

/** The text and the words beside it, in the author's language and, where they are told, in the other one. */
function statusBodies(story: Story, status: ToldStatus, preferred: 'en' | 'de') {
  const { language, text, translation } = bodies(story, status.text, preferred);
  const other = language === 'en' ? 'de' : 'en';
  return {
    language,
    text,
    otherText: translation?.text,
    slipReason: status.slipReason?.[language],
    blockers: status.blockers?.[language],
    helpWanted: status.helpWanted?.[language],
    otherSlipReason: status.slipReason?.[other],
    otherBlockers: status.blockers?.[other],
    otherHelpWanted: status.helpWanted?.[other],
  };
}

/** The author's language first, the other one beside it where both are told. */
export function bodies(story: Story, told: Told, preferred: 'en' | 'de') {
  const other = preferred === 'en' ? 'de' : 'en';
  const language = told[preferred] === undefined ? other : preferred;
  const text = told[language];
  if (text === undefined) throw new Error('a text of the sample company is in neither language');
  const second = language === 'en' ? 'de' : 'en';
  const translated = told[second];
  return {
    language,
    text: story.days.fill(text, language),
    ...(translated !== undefined && {
      translation: { language: second as 'en' | 'de', text: story.days.fill(translated, second) },
    }),
  };
}

function endOrPause(story: Story, slug: string, project: ToldProject): void {
  const { lifecycle } = project;
  if (!lifecycle) return;
  const newest = Math.min(...project.statuses.map((status) => status.weeksAgo));
  const at = new Date(statusTime(story, project, newest).getTime() + 3_600_000);
  happens(story, at, () =>
    story.services.projects.changeLifecycle(named(story.people, project.lead), slug, { lifecycle }),
  );
}
