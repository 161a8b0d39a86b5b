import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { EntryKind, Intent, Language } from '#server/platform/database/schema.ts';
import { handlesToIds } from './mention-source.ts';
import { firstOwnLink } from './own-link.ts';
import { mentionedIn, renderBody } from './render-body.ts';

export type WriteEntryInput = {
  kind: EntryKind;
  audienceId: string;
  /** As typed: Markdown subset with `@handle`. */
  text: string;
  /** The language written in; the author's where left out. */
  language?: Language;
  /** A second body, in the other language. */
  translation?: { language: Language; text: string };
  threadId?: string;
  /** The post that this one passes on. */
  sharedEntryId?: string;
  officeId?: string;
  /** The person it speaks for. */
  behalfOfId?: string;
  mandateId?: string;
  intent?: Intent;
  idempotencyKey?: string;
  /** Now where left out; the sample company tells of the past. */
  publishedAt?: Date;
  /** It waits until then: nobody reads it, and nothing is told of it. */
  scheduledFor?: Date;
};

/**
 * Stores something written: entry, bodies, mentions, and the event, in the caller's transaction. The
 * caller has checked that the actor may write this, to this audience, in this voice.
 * @returns its id, and the moment it counts from
 */
export async function writeEntry(
  tx: Tx,
  parts: Pick<Parts, 'config' | 'ids' | 'clock' | 'events'>,
  actor: Pick<Actor, 'personId' | 'language'>,
  input: WriteEntryInput,
): Promise<{ id: string; publishedAt: Date }> {
  const id = parts.ids.next();
  const writtenAt = input.publishedAt ?? parts.clock.now();
  const { scheduledFor } = input;
  const language = input.language ?? actor.language;
  await tx.entry.create({
    data: {
      id,
      kind: input.kind,
      authorId: actor.personId,
      audienceId: input.audienceId,
      officeId: input.officeId ?? null,
      behalfOfId: input.behalfOfId ?? null,
      mandateId: input.mandateId ?? null,
      threadId: input.threadId ?? null,
      sharedEntryId: input.sharedEntryId ?? null,
      intent: input.intent ?? 'information',
      state: scheduledFor ? 'scheduled' : 'published',
      language,
      approvedRevision: 1,
      publishedAt: scheduledFor ? null : writtenAt,
      scheduledFor,
      createdAt: writtenAt,
      idempotencyKey: input.idempotencyKey ?? null,
    },
  });
  const bodies = [{ language, text: input.text }, ...(input.translation ? [input.translation] : [])];
  await writeBodies(tx, parts, {
    entryId: id,
    revision: 1,
    writtenById: actor.personId,
    writtenAt,
    bodies,
  });
  if (scheduledFor) return { id, publishedAt: scheduledFor };
  await parts.events.publish(tx, {
    type: 'entry.published',
    entryId: id,
    kind: input.kind,
    audienceId: input.audienceId,
    authorId: actor.personId,
    threadId: input.threadId ?? null,
  });
  return { id, publishedAt: writtenAt };
}

/** Stores the bodies of one revision, with the mentions and the link of ours in them. */
export async function writeBodies(
  tx: Tx,
  { config }: Pick<Parts, 'config'>,
  revision: {
    entryId: string;
    revision: number;
    writtenById: string;
    writtenAt: Date;
    bodies: { language: Language; text: string }[];
  },
): Promise<void> {
  const { bodies, ...common } = revision;
  const sources = await Promise.all(bodies.map((body) => handlesToIds(tx, body.text.trim())));
  await tx.entryBody.createMany({
    data: sources.map((source, index) => ({
      ...common,
      language: (bodies[index] as { language: Language }).language,
      source,
      html: renderBody(source),
      link: firstOwnLink(source, config.appUrl),
    })),
  });
  const mentioned = [...new Set(sources.flatMap(mentionedIn))];
  if (mentioned.length === 0) return;
  const known = await tx.person.findMany({ where: { id: { in: mentioned } }, select: { id: true } });
  await tx.mention.createMany({
    data: known.map((person) => ({ entryId: revision.entryId, personId: person.id })),
    skipDuplicates: true,
  });
}
