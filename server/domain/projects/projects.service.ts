import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { setCadence } from '#server/domain/projects/cadence/set-cadence.ts';
import { addMilestone } from '#server/domain/projects/milestones/add-milestone.ts';
import { changeMilestone } from '#server/domain/projects/milestones/change-milestone.ts';
import { completeMilestone } from '#server/domain/projects/milestones/complete-milestone.ts';
import { moveMilestone } from '#server/domain/projects/milestones/move-milestone.ts';
import { removeMilestone } from '#server/domain/projects/milestones/remove-milestone.ts';
import { renameMilestone } from '#server/domain/projects/milestones/rename-milestone.ts';
import { portfolio, portfolioChoices } from '#server/domain/projects/portfolio/portfolio.queries.ts';
import { removeView } from '#server/domain/projects/portfolio/remove-view.ts';
import { saveView } from '#server/domain/projects/portfolio/save-view.ts';
import { answerOnStatus } from '#server/domain/projects/questions/answer-on-status.ts';
import { askOnStatus } from '#server/domain/projects/questions/ask-on-status.ts';
import { declineOnStatus } from '#server/domain/projects/questions/decline-on-status.ts';
import { questionsOn } from '#server/domain/projects/questions/questions.queries.ts';
import { AppError } from '#server/platform/errors.ts';
import { addMember } from './add-member.ts';
import { changeLifecycle } from './change-lifecycle.ts';
import { changeProject } from './change-project.ts';
import { chartEditor } from './chart-editor.ts';
import { createProject } from './create-project.ts';
import { findProject } from './find-project.ts';
import { followProject } from './follow-project.ts';
import { owedBy } from './owed.queries.ts';
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
import { removeMember } from './remove-member.ts';
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
