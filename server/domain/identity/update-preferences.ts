import type { Parts } from '#server/domain/parts.ts';
import type { Language } from '#server/platform/database/schema.ts';
import type { Actor } from './actor.ts';
import type { Preferences } from './identity.schema.ts';

type Needs = Pick<Parts, 'db' | 'events'>;

/** My language, German tone (null = the company's) and time zone (null = my site's). */
export async function updatePreferences(needs: Needs, actor: Actor, input: Preferences): Promise<void> {
  await needs.events.transaction(async (tx) => {
    await tx.person.update({ where: { id: actor.personId }, data: input });
    await needs.events.publish(tx, { type: 'person.changed', personId: actor.personId });
  });
}

/** My language alone, from the switch on any page. */
export async function chooseLanguage(needs: Needs, actor: Actor, language: Language): Promise<void> {
  await needs.db.person.update({ where: { id: actor.personId }, data: { language } });
}
