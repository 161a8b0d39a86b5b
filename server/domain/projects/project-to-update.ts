import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { ProjectVisibility } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { findProject } from './find-project.ts';
import { mayPublishStatus } from './project.policy.ts';
import { dayText, standingIn } from './project-holders.ts';

export type ProjectToUpdate = {
  id: string;
  slug: string;
  name: string;
  audienceId: string;
  visibility: ProjectVisibility;
  targetOn: string | null;
};

/** What the form for a status shows of its project. Throws not_found; forbidden for whoever may not publish one. */
export async function projectToUpdate(parts: Parts, actor: Actor, slug: string): Promise<ProjectToUpdate> {
  const project = await findProject(parts.db, actor, slug);
  const closed = project.lifecycle === 'done' || project.lifecycle === 'archived';
  if (closed) throw new AppError('conflict', { message: 'projects.closedForUpdates' });
  if (!mayPublishStatus(actor, await standingIn(parts.db, parts.clock, actor, project)))
    throw new AppError('forbidden', { message: 'projects.notYours' });
  const { id, name, audienceId, visibility, targetOn } = project;
  return { id, slug, name, audienceId, visibility, targetOn: targetOn && dayText(targetOn) };
}
