import { handlesToIds } from '#server/domain/conversation/mention-source.ts';
import { mentionedIn } from '#server/domain/conversation/render-body.ts';
import { writeEntry } from '#server/domain/conversation/write-entry.ts';
import { writeOnce } from '#server/domain/conversation/write-once.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { planStatus } from '#server/domain/projects/cadence/plan-status.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { findProject } from './find-project.ts';
import { mayPublishStatus } from './project.policy.ts';
import { dayText, standingIn } from './project-holders.ts';
import { staleTranslation } from './stale-translation.ts';
import { type StatusInput, statusSchema } from './status.schema.ts';

/**
 * Publishes a status update of a project: an entry in the project's audience, its particulars, and the copy of
 * health and target on the project. History is append-only; a moved target must say why, and the other language must not
 * say what is over. A second call with the same idempotency key returns the first one's entry. Throws not_found, forbidden, conflict (project closed), invalid.
 */
export async function publishStatus(
  parts: Parts,
  actor: Actor,
  slug: string,
  input: StatusInput,
): Promise<{ entryId: string }> {
  const status = parseInput(statusSchema, input);
  const { id } = await writeOnce(parts, actor, { ...status, slug }, async (tx, idempotencyKey) => {
    const project = await findProject(tx, actor, slug, { lock: true });
    if (project.lifecycle === 'done' || project.lifecycle === 'archived')
      throw new AppError('conflict', { message: 'projects.closedForUpdates' });
    if (!mayPublishStatus(actor, await standingIn(tx, parts.clock, actor, project)))
      throw new AppError('forbidden', { message: 'projects.notYours' });

    const previous = project.targetOn && dayText(project.targetOn);
    const next = status.targetOn && dayText(status.targetOn);
    const moved = previous !== null && previous !== next;
    if (moved && !status.slipReason) throw invalid({ slipReason: ['projects.slipReasonRequired'] });

    const language = status.language ?? actor.language;
    const words = { ...status, otherText: status.otherText ?? null };
    const stale = await staleTranslation(tx, { language }, project.id, words);
    if (stale) throw invalid(stale);
    const otherLanguage = language === 'en' ? 'de' : 'en';
    const entry = await writeEntry(tx, parts, actor, {
      kind: 'status',
      audienceId: project.audienceId,
      text: status.text,
      language,
      ...(status.otherText && { translation: { language: otherLanguage, text: status.otherText } }),
      idempotencyKey,
    });
    await tx.statusUpdate.create({
      data: {
        entryId: entry.id,
        projectId: project.id,
        health: status.health,
        targetOn: status.targetOn,
        previousTargetOn: moved ? project.targetOn : null,
        slipReason: moved ? status.slipReason : null,
        blockers: status.blockers,
        helpWanted: await withMentions(tx, entry.id, status.helpWanted),
        publishedAt: entry.publishedAt,
      },
    });
    const other = {
      slipReason: moved ? status.otherSlipReason : null,
      blockers: status.blockers && status.otherBlockers,
      helpWanted: status.helpWanted && (await withMentions(tx, entry.id, status.otherHelpWanted)),
    };
    if (other.slipReason || other.blockers || other.helpWanted)
      await tx.statusTranslation.create({ data: { entryId: entry.id, language: otherLanguage, ...other } });
    await tx.project.update({
      where: { id: project.id },
      data: {
        health: status.health,
        lastStatusAt: entry.publishedAt,
        targetOn: status.targetOn,
        originalTargetOn: project.originalTargetOn ?? status.targetOn,
      },
    });
    await planStatus(tx, parts, project.id);
    await parts.events.publish(tx, { type: 'status.published', projectId: project.id, entryId: entry.id });
    return entry.id;
  });
  return { entryId: id };
}

/** Help wanted reaches whom it names: they count as mentioned in the status. */
async function withMentions(tx: Tx, entryId: string, text: string | null): Promise<string | null> {
  if (!text) return null;
  const source = await handlesToIds(tx, text);
  const personIds = mentionedIn(source);
  if (personIds.length > 0) {
    const data = personIds.map((personId) => ({ entryId, personId }));
    await tx.mention.createMany({ data, skipDuplicates: true });
  }
  return source;
}
