import { idsToHandles } from '#server/domain/conversation/mention-source.ts';
import type { ScheduledView } from '#server/domain/feed/feed.view.ts';
import { audienceLabels } from '#server/domain/feed/feed-details.queries.ts';
import { spokenFor } from '#server/domain/feed/voice.ts';
import { fileView } from '#server/domain/files/file-view.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Language } from '#server/platform/database/schema.ts';
import { obstacleTo } from './obstacle.ts';

/** More are not shown; nobody plans so many. */
const SHOWN = 100;

/** The actor's own posts that wait for their hour, the next first; and those that were held back. */
export async function scheduledPosts(
  parts: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
): Promise<ScheduledView[]> {
  const { db } = parts;
  const posts = await db.entry.findMany({
    where: {
      authorId: actor.personId,
      kind: 'post',
      publishedAt: null,
      state: { in: ['scheduled', 'draft'] },
    },
    orderBy: [{ scheduledFor: 'asc' }, { id: 'asc' }],
    take: SHOWN,
    include: {
      office: true,
      behalfOf: { select: { displayName: true } },
      entryBodyAsEntry: true,
      pollAsEntry: { select: { entryId: true } },
      requiredReadingAsEntry: { select: { entryId: true } },
      attachmentAsEntry: { orderBy: { rank: 'asc' }, include: { file: true } },
    },
  });
  const labels = await audienceLabels(
    db,
    posts.map((post) => post.audienceId),
  );
  return Promise.all(
    posts.map(async (post) => {
      const body = (language: Language) =>
        post.entryBodyAsEntry.find((of) => of.revision === post.revision && of.language === language);
      const other = body(post.language === 'de' ? 'en' : 'de');
      const held = post.state === 'draft';
      const mustRead = post.requiredReadingAsEntry !== null;
      const wanting = { audienceId: post.audienceId, voice: spokenFor(post), mustRead };
      return {
        id: post.id,
        held,
        obstacle: held ? await obstacleTo(db, parts, actor, wanting) : null,
        at: (post.scheduledFor ?? post.createdAt).toISOString(),
        where: labels.get(post.audienceId) ?? { id: post.audienceId, kind: 'persons', name: '', slug: null },
        voice: post.office
          ? post.office[actor.language === 'de' ? 'nameDe' : 'nameEn']
          : (post.behalfOf?.displayName ?? null),
        language: post.language,
        text: await idsToHandles(db, body(post.language)?.source ?? ''),
        otherText: other ? await idsToHandles(db, other.source) : null,
        files: post.attachmentAsEntry.map(({ file }) => ({
          ...fileView(file),
          alt: file.altText,
          credit: file.credit,
          consent: file.consent,
        })),
        poll: post.pollAsEntry !== null,
        mustRead,
      } satisfies ScheduledView;
    }),
  );
}
