import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { addMember } from './add-member.ts';
import { addMilestone } from './add-milestone.ts';
import { answerOnStatus } from './answer-on-status.ts';
import { askOnStatus } from './ask-on-status.ts';
import { changeLifecycle } from './change-lifecycle.ts';
import { changeMilestone } from './change-milestone.ts';
import { changeProject } from './change-project.ts';
import { chartEditor } from './chart-editor.ts';
import { completeMilestone } from './complete-milestone.ts';
import { createProject } from './create-project.ts';
import { declineOnStatus } from './decline-on-status.ts';
import { findProject } from './find-project.ts';
import { followProject } from './follow-project.ts';
import { moveMilestone } from './move-milestone.ts';
import { owedBy } from './owed.queries.ts';
import { portfolio, portfolioChoices } from './portfolio.queries.ts';
import { mayCreateProject } from './project.policy.ts';
import { projectEdit } from './project-edit.queries.ts';
import { projectPage } from './project-page.queries.ts';
import {
  ledBy,
  myProjects,
  projectChoices,
  projectsByChart,
  projectsOfPerson,
} from './project-refs.queries.ts';
import { projectToUpdate } from './project-to-update.ts';
import { publishStatus } from './publish-status.ts';
import { questionsOn } from './questions.queries.ts';
import { removeMember } from './remove-member.ts';
import { removeMilestone } from './remove-milestone.ts';
import { removeView } from './remove-view.ts';
import { renameMilestone } from './rename-milestone.ts';
import { saveView } from './save-view.ts';
import { setCadence } from './set-cadence.ts';
import { setParent } from './set-parent.ts';
import { setResponsibility } from './set-responsibility.ts';
import { healthTimeline, lastStatusDraft, statusHistory, statusViews } from './status.queries.ts';
import { unfollowProject } from './unfollow-project.ts';

type Rest<F> = F extends (parts: Parts, actor: Actor, ...rest: infer R) => infer T
  ? (actor: Actor, ...rest: R) => T
  : never;

/** What the pages and the rooms above may ask of projects. Every call takes the actor first. */
export function createProjectsService(parts: Parts) {
  const bind = <F extends (parts: Parts, actor: Actor, ...rest: never[]) => unknown>(call: F) =>
    ((actor: Actor, ...rest: never[]) => call(parts, actor, ...rest)) as unknown as Rest<F>;
  return {
    createProject: bind(createProject),
    chartEditor: bind(chartEditor),
    setResponsibility: bind(setResponsibility),
    setCadence: bind(setCadence),
    setParent: bind(setParent),
    askOnStatus: bind(askOnStatus),
    answerOnStatus: bind(answerOnStatus),
    declineOnStatus: bind(declineOnStatus),
    questionsOn: bind(questionsOn),
    saveView: bind(saveView),
    removeView: bind(removeView),
    owed: bind(owedBy),
    /** The actor's own sets of filters, by name. */
    portfolioViews: (actor: Actor) =>
      parts.db.portfolioView.findMany({
        where: { personId: actor.personId },
        select: { id: true, name: true, query: true },
        orderBy: { name: 'asc' },
      }),
    addMember: bind(addMember),
    changeProject: bind(changeProject),
    removeMember: bind(removeMember),
    moveMilestone: bind(moveMilestone),
    renameMilestone: bind(renameMilestone),
    removeMilestone: bind(removeMilestone),
    projectEdit: bind(projectEdit),
    addMilestone: bind(addMilestone),
    changeMilestone: bind(changeMilestone),
    completeMilestone: bind(completeMilestone),
    changeLifecycle: bind(changeLifecycle),
    followProject: bind(followProject),
    unfollowProject: bind(unfollowProject),
    publishStatus: bind(publishStatus),
    portfolio: bind(portfolio),
    portfolioChoices: bind(portfolioChoices),
    projectPage: bind(projectPage),
    projectToUpdate: bind(projectToUpdate),
    statusViews: bind(statusViews),
    myProjects: bind(myProjects),
    projectsOfPerson: bind(projectsOfPerson),
    projectsByChart: bind(projectsByChart),
    ledBy: bind(ledBy),
    projectChoices: bind(projectChoices),
    mayCreate: (actor: Actor) => mayCreateProject(actor),
    /** Throws forbidden where the actor may not create projects. */
    assertMayCreate(actor: Actor): void {
      if (!mayCreateProject(actor)) throw new AppError('forbidden', { message: 'projects.mayNotCreate' });
    },

    /** One status of a project, for its permalink. Throws not_found. */
    async status(actor: Actor, slug: string, entryId: string) {
      const view = (await statusViews(parts, actor, [entryId])).get(entryId);
      if (view?.project.slug !== slug) throw new AppError('not_found');
      return view;
    },
    /** A page of a project's statuses, newest first. Throws not_found. */
    async statusHistory(actor: Actor, slug: string, options: { after?: string; limit?: number } = {}) {
      const project = await findProject(parts.db, actor, slug);
      return statusHistory(parts, project.id, options);
    },
    /** The project's health over time, oldest first. Throws not_found. */
    async healthTimeline(actor: Actor, slug: string) {
      const project = await findProject(parts.db, actor, slug);
      return healthTimeline(parts, actor, project.id);
    },
    /** What the form for a new status starts from. Throws not_found. */
    async statusDraft(actor: Actor, slug: string) {
      const project = await findProject(parts.db, actor, slug);
      return lastStatusDraft(parts, actor, project.id);
    },
  };
}
