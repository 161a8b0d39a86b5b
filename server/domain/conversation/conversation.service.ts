import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { SettingsReader } from '#server/domain/settings/settings.queries.ts';
import { addComment } from './add-comment.ts';
import { deleteEntry, undoDelete } from './delete-entry.ts';
import { editEntry } from './edit-entry.ts';
import { entryViews, latestComments, threadView } from './entry.queries.ts';
import type { CommentInput, EditInput, ReasonInput } from './entry.schema.ts';
import { editableText, entryHistory } from './entry-history.queries.ts';
import { dismissReports, hideEntry, restoreEntry } from './hide-entry.ts';
import { loadEntry } from './load-entry.ts';
import { moderationLog, moderationQueue } from './moderation.queries.ts';
import { purgeEntries } from './purge-entries.ts';
import { toggleReaction } from './react.ts';
import { reportEntry } from './report-entry.ts';
import { toggleSaved } from './save-entry.ts';

/** Comments, reactions, history, reports and moderation: what people do with everything written. */
export function createConversationService(parts: Parts, settings: Pick<SettingsReader, 'current'>) {
  return {
    addComment: (actor: Actor, input: CommentInput & { publishedAt?: Date }) =>
      addComment(parts, actor, input),
    editEntry: (actor: Actor, input: EditInput) => editEntry(parts, actor, input),
    deleteEntry: (actor: Actor, entryId: string) => deleteEntry(parts, actor, entryId),
    undoDelete: (actor: Actor, entryId: string) => undoDelete(parts, actor, entryId),
    toggleReaction: (actor: Actor, input: { entryId: string; emoji: string }) =>
      toggleReaction({ ...parts, settings }, actor, input),
    toggleSaved: (actor: Actor, entryId: string) => toggleSaved(parts, actor, entryId),
    reportEntry: (actor: Actor, input: ReasonInput) => reportEntry(parts, actor, input),
    hideEntry: (actor: Actor, input: ReasonInput) => hideEntry(parts, actor, input),
    restoreEntry: (actor: Actor, input: ReasonInput) => restoreEntry(parts, actor, input),
    dismissReports: (actor: Actor, input: ReasonInput) => dismissReports(parts, actor, input),
    registerJobs(): void {
      parts.jobs.schedule('conversation.purge', '11 * * * *', async () => void (await purgeEntries(parts)));
    },
    moderationQueue: (actor: Actor) => moderationQueue(parts.db, actor),
    moderationLog: (actor: Actor) => moderationLog(parts.db, actor),
    entry: (actor: Actor, entryId: string) => loadEntry(parts.db, actor, entryId),
    entryViews: (actor: Actor, ids: readonly string[]) => entryViews(parts.db, actor, ids),
    latestComments: (actor: Actor, threadIds: readonly string[], perThread: number) =>
      latestComments(parts.db, actor, threadIds, perThread),
    thread: (actor: Actor, entryId: string, before?: string) => threadView(parts.db, actor, entryId, before),
    history: (actor: Actor, entryId: string) => entryHistory(parts.db, actor, entryId),
    editableText: (actor: Actor, entryId: string) => editableText(parts.db, actor, entryId),
  };
}
