import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { hangNotice } from './hang-notice.ts';
import { mayHangNotices } from './notice.policy.ts';
import type { NoticeInput } from './notice.schema.ts';
import { notice, noticeBoard } from './notices.queries.ts';
import { takeDownNotice } from './take-down-notice.ts';

/** Notices that a law or an agreement wants to hang: per site, with dates, printable; who reads them is nobody's business. */
export function createStatutoryService(parts: Parts) {
  return {
    board: (actor: Actor, options?: { site?: string | null; past?: boolean }) =>
      noticeBoard(parts, actor, options),
    notice: async (actor: Actor, id: string) => ({
      notice: await notice(parts, actor, id),
      mayHang: mayHangNotices(actor),
    }),
    /** @throws AppError forbidden for whoever may hang up none. */
    assertMayHang(actor: Actor): void {
      if (!mayHangNotices(actor)) throw new AppError('forbidden');
    },
    hang: (actor: Actor, input: NoticeInput) => hangNotice(parts, actor, input),
    takeDown: (actor: Actor, id: string) => takeDownNotice(parts, actor, id),
  };
}
