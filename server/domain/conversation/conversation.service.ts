import { contestHiding } from '#server/domain/conversation/moderation/contest-hiding.ts';
import { openContests } from '#server/domain/conversation/moderation/contests.queries.ts';
import { decideContest } from '#server/domain/conversation/moderation/decide-contest.ts';
import {
  dismissReports,
  hideEntry,
  restoreEntry,
} from '#server/domain/conversation/moderation/hide-entry.ts';
import { liftSuspension } from '#server/domain/conversation/moderation/lift-suspension.ts';
import { moderationLog, moderationQueue } from '#server/domain/conversation/moderation/moderation.queries.ts';
import { reportEntry } from '#server/domain/conversation/moderation/report-entry.ts';
import { suspendPerson } from '#server/domain/conversation/moderation/suspend-person.ts';
import { suspensions } from '#server/domain/conversation/moderation/suspension.queries.ts';
import type { SuspendInput } from '#server/domain/conversation/moderation/suspension.schema.ts';
import { pollResults } from '#server/domain/conversation/polls/poll.queries.ts';
import type { VoteInput } from '#server/domain/conversation/polls/poll.schema.ts';
import { vote } from '#server/domain/conversation/polls/vote.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { SettingsReader } from '#server/domain/settings/settings.queries.ts';
import type { ModerationKind } from '#server/platform/database/schema.ts';
import { type AttachFiles, addComment, type NewComment } from './add-comment.ts';
import { closeComments } from './close-comments.ts';
import { deleteEntry, undoDelete } from './delete-entry.ts';
import { editEntry } from './edit-entry.ts';
import { entryViews } from './entry.queries.ts';
import type { EditInput, ReasonInput } from './entry.schema.ts';
import type { EntryView, ThreadView } from './entry.view.ts';
import { entryHistory } from './entry-history.queries.ts';
import { registerOldLinks, resumeOldLinks } from './find-old-links.ts';
import { type FollowChoice, followThread } from './follow-thread.ts';
import type { LinkPreviews } from './link-preview.view.ts';
import { loadEntry } from './load-entry.ts';
import { previewLinks } from './preview-links.ts';
import { purgeEntries } from './purge-entries.ts';
import { toggleReaction } from './react.ts';
import { reactors } from './reactors.queries.ts';
import { toggleSaved } from './save-entry.ts';
import { latestComments, threadView } from './thread.queries.ts';

/** Comments, reactions, history, reports and moderation: what people do with everything written. */
export function createConversationService(
  parts: Parts,
  {
    settings,
    previews,
    attachFiles,
  }: { settings: Pick<SettingsReader, 'current'>; previews: LinkPreviews; attachFiles: AttachFiles },
) {
  return {
    addComment: (actor: Actor, input: NewComment) => addComment({ ...parts, attachFiles }, actor, input),
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
      registerOldLinks(parts);
      parts.jobs.schedule('conversation.purge', '11 * * * *', async () => void (await purgeEntries(parts)));
    },
    /** At start: what one of the jobs has still to do. */
    resume: () => resumeOldLinks(parts),
    closeComments: (actor: Actor, input: { entryId: string; closed: boolean; reason?: string }) =>
      closeComments(parts, actor, input),
    follow: (actor: Actor, entryId: string, choice: FollowChoice) =>
      followThread(parts, actor, entryId, choice),
    reactors: (actor: Actor, entryId: string, after: string | null) =>
      reactors(parts.db, actor, entryId, after),
    vote: (actor: Actor, input: VoteInput) => vote(parts, actor, input),
    pollResults: (actor: Actor, entryId: string) => pollResults(parts.db, actor, entryId, parts.clock.now()),
    contestHiding: (actor: Actor, input: ReasonInput) => contestHiding(parts, actor, input),
    decideContest: (actor: Actor, input: ReasonInput & { restore: boolean }) =>
      decideContest(parts, actor, input),
    suspend: (actor: Actor, input: SuspendInput) => suspendPerson(parts, actor, input),
    liftSuspension: (actor: Actor, id: string) => liftSuspension(parts, actor, id),
    // Lists of the moderators', by keyset: `after` is the `next` of the page before.
    suspensions: (actor: Actor, after?: string | null) => suspensions(parts, actor, after),
    moderationQueue: (actor: Actor, after?: string | null) => moderationQueue(parts.db, actor, after),
    contests: (actor: Actor, after?: string | null) => openContests(parts, actor, after),
    moderationLog: (actor: Actor, which?: { act?: ModerationKind; after?: string | null }) =>
      moderationLog(parts.db, actor, which),
    entry: (actor: Actor, entryId: string) => loadEntry(parts.db, actor, entryId),
    async entryViews(actor: Actor, ids: readonly string[]): Promise<Map<string, EntryView>> {
      const views = await entryViews(parts.db, actor, ids);
      const shown = await previewLinks(previews, actor, [...views.values()]);
      return new Map([...views].map(([id, view]) => [id, shown(view)]));
    },
    latestComments: (actor: Actor, threadIds: readonly string[], perThread: number) =>
      latestComments(parts.db, actor, threadIds, perThread),
    /** `around`: a comment that must be among them, however far up it stands. */
    async thread(actor: Actor, entryId: string, before?: string, around?: string): Promise<ThreadView> {
      const { entry, comments, older, earlier } = await threadView(parts.db, actor, entryId, before, around);
      const shown = await previewLinks(previews, actor, [entry, ...comments, ...(older ?? [])]);
      const thread = { entry: shown(entry), comments: comments.map(shown), earlier };
      return older ? { ...thread, older: older.map(shown) } : thread;
    },
    history: (actor: Actor, entryId: string) => entryHistory(parts.db, actor, entryId),
  };
}
