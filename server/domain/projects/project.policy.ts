import { type Actor, grantFor, isPeopleOperations, mayWrite } from '#server/domain/identity/actor.ts';
import type { Lifecycle, QuestionState, ResponsibilityRole } from '#server/platform/database/schema.ts';

/** What a rule needs to know about the project and the actor's part in it. */
export type Standing = {
  projectId: string;
  lifecycle: Lifecycle;
  /** The actor's responsibilities in the project, today. */
  roles: ResponsibilityRole[];
  /** An audience membership brings it into the actor's feed. */
  member: boolean;
};

/** Administrators, people operations, and whoever holds `manage_project` for the whole company. */
export function mayCreateProject(actor: Actor): boolean {
  return mayWrite(actor) && (isPeopleOperations(actor) || grantFor(actor, 'manage_project') !== null);
}

/** Lead, deputy, or a `manage_project` grant: a status has one of the few who answer for it as its author. */
export function mayPublishStatus(actor: Actor, standing: Standing): boolean {
  if (!mayWrite(actor) || !isOpen(standing.lifecycle)) return false;
  return answersFor(standing) || grantFor(actor, 'manage_project', 'project', standing.projectId) !== null;
}

/** Milestones, lifecycle, members: those who may publish, and people operations. */
export function mayManageProject(actor: Actor, standing: Standing): boolean {
  if (!mayWrite(actor)) return false;
  return (
    answersFor(standing) ||
    isPeopleOperations(actor) ||
    grantFor(actor, 'manage_project', 'project', standing.projectId) !== null
  );
}

/** Who sits where in the project: those who manage it, as long as it goes on. */
export function mayEditProjectChart(actor: Actor, standing: Standing): boolean {
  return actor.role !== 'external' && isOpen(standing.lifecycle) && mayManageProject(actor, standing);
}

/** Everybody who may read it and does not get it already; readers too: following writes nothing. */
export function mayFollowProject(_actor: Actor, standing: Standing): boolean {
  return !standing.member;
}

type Asked = { state: QuestionState; askedOfId: string; answererId: string };

/** A question on a status: the one asked, and whoever answers in their place; late is better than never. */
export function mayAnswer(actor: Actor, question: Asked): boolean {
  if (!mayWrite(actor) || question.state === 'answered') return false;
  return actor.personId === question.askedOfId || actor.personId === question.answererId;
}

/** The same persons, while it waits. */
export function mayDecline(actor: Actor, question: Asked): boolean {
  return question.state === 'open' && mayAnswer(actor, question);
}

function answersFor(standing: Standing): boolean {
  return standing.roles.includes('lead') || standing.roles.includes('deputy');
}

function isOpen(lifecycle: Lifecycle): boolean {
  return lifecycle === 'active' || lifecycle === 'paused';
}
