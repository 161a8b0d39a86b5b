import { writeAudit } from '#server/domain/audit/write-audit.ts';
import { renderBody } from '#server/domain/conversation/render-body.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { mayHangNotices } from './notice.policy.ts';
import type { NoticeInput } from './notice.schema.ts';

type Needs = Pick<Parts, 'events' | 'ids' | 'clock'>;

/**
 * Hangs up a notice. It is never changed afterwards: what hung can be shown as it was; another wording is another notice.
 * @throws AppError forbidden; invalid (siteId) for a site that is not there.
 */
export async function hangNotice(needs: Needs, actor: Actor, input: NoticeInput): Promise<{ id: string }> {
  if (!mayHangNotices(actor)) throw new AppError('forbidden');
  const id = needs.ids.next();
  await needs.events.transaction(async (tx) => {
    if (input.siteId && !(await tx.site.findUnique({ where: { id: input.siteId } })))
      throw invalid({ siteId: ['error.choose'] });
    const body = (title: string, source: string) =>
      source ? [title, source, renderBody(source)] : [null, null, null];
    const [titleDe, sourceDe, htmlDe] = body(input.titleDe, input.textDe);
    const [titleEn, sourceEn, htmlEn] = body(input.titleEn, input.textEn);
    const texts = { titleDe, sourceDe, htmlDe, titleEn, sourceEn, htmlEn };
    await tx.statutoryNotice.create({
      data: {
        id,
        siteId: input.siteId || null,
        ...texts,
        validFrom: new Date(input.validFrom),
        // Stored as the first day on which it hangs no more.
        validTo: input.validUntil ? new Date(Date.parse(input.validUntil) + 86_400_000) : null,
        publishedById: actor.personId,
        publishedAt: needs.clock.now(),
      },
    });
    await writeAudit(tx, needs, {
      actorId: actor.personId,
      action: 'notice.hung',
      subjectKind: 'statutory_notice',
      subjectId: id,
    });
    await needs.events.publish(tx, { type: 'notice.hung', noticeId: id });
  });
  return { id };
}
