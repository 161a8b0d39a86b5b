import type { Actor, ActorGrant } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import { mandateFor, type Voice } from './post.policy.ts';

/** What a form calls a voice, `office:<id>` or `person:<id>`; null for the author's own. */
export function voiceOf(text: string | undefined): Voice | null {
  if (!text) return null;
  const [scope, id = ''] = text.split(':');
  return { scope: scope === 'person' ? 'person' : 'office', id };
}

/** For whom an entry speaks; null for its author alone. */
export function spokenFor(entry: { officeId: string | null; behalfOfId: string | null }): Voice | null {
  if (entry.officeId) return { scope: 'office', id: entry.officeId };
  return entry.behalfOfId ? { scope: 'person', id: entry.behalfOfId } : null;
}

/** The grant to speak for an office or a person, or null: also where that person has left. */
export async function mandateNow(
  tx: Database | Tx,
  parts: Pick<Parts, 'clock'>,
  actor: Pick<Actor, 'grants'>,
  voice: Voice,
): Promise<ActorGrant | null> {
  const mandate = mandateFor(actor, voice);
  if (!mandate || voice.scope === 'office') return mandate;
  const here = { OR: [{ endsOn: null }, { endsOn: { gt: parts.clock.now() } }] };
  const person = await tx.person.findFirst({ where: { id: voice.id, erasedAt: null, ...here } });
  return person && mandate;
}
