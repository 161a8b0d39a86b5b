import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError } from '#server/platform/errors.ts';
import { type FoundProject, findProject } from './find-project.ts';
import { mayManageProject } from './project.policy.ts';
import { standingIn } from './project-holders.ts';

/** The project of an address, locked until the transaction ends, for whoever may manage it. Throws not_found, forbidden. */
export async function manageThis(
  tx: Tx,
  parts: Pick<Parts, 'clock'>,
  actor: Actor,
  slug: string,
): Promise<FoundProject> {
  const project = await findProject(tx, actor, slug, { lock: true });
  if (!mayManageProject(actor, await standingIn(tx, parts.clock, actor, project)))
    throw new AppError('forbidden', { message: 'projects.notYours' });
  return project;
}
