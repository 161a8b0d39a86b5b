import type { Parts } from '#server/domain/parts.ts';
import type { SettingsReader } from '#server/domain/settings/settings.queries.ts';
import type { Language } from '#server/platform/database/schema.ts';
import { toActor } from './actor.queries.ts';
import type { Actor } from './actor.ts';
import type { OpenedSession, Sessions } from './sessions.ts';

export type LoadedActor = { actor: Actor; renewed: OpenedSession | null };

/**
 * Who holds this session token, with grants: one SQL statement. `hint` is the request's language for people who
 * chose none. Null for no, a foreign or an expired session; `renewed` asks for a new cookie.
 */
export async function loadActor(
  needs: Pick<Parts, 'clock'> & { sessions: Sessions; settings: Pick<SettingsReader, 'current'> },
  sessionToken: string | null,
  hint: Language | null = null,
): Promise<LoadedActor | null> {
  if (!sessionToken || sessionToken.length > 200) return null;
  const session = await needs.sessions.read(sessionToken);
  if (!session) return null;
  const settings = await needs.settings.current();
  return { actor: toActor(session.row, settings, hint), renewed: session.renewed };
}
