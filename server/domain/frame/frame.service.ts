import { mayListAccounts } from '#server/domain/identity/account.policy.ts';
import { type Actor, isAdministrator, isInsider, mayWrite } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { SettingsService } from '#server/domain/settings/settings.service.ts';
import { frameRow, unreadCounts } from './frame.queries.ts';

type Settings = Pick<SettingsService, 'current'>;

/** The frame of every page: company, me, what is unread, my projects, what I may administer. */
export function createFrameService({ db }: Pick<Parts, 'db'>, sources: { settings: Settings }) {
  return {
    /** The counts alone: exact to 99, 100 means more. */
    unread: (actor: Actor) => unreadCounts(db, actor),
    async frame(actor: Actor) {
      const [settings, { unread, myProjects }] = await Promise.all([
        sources.settings.current(),
        frameRow(db, actor),
      ]);
      return {
        companyName: settings.companyName,
        brandHue: settings.brandHue,
        me: {
          personId: actor.personId,
          handle: actor.handle,
          displayName: actor.displayName,
          photoUrl: actor.photo ?? null,
          suspended: actor.suspended ?? null,
        },
        unread,
        myProjects,
        reactions: settings.reactions,
        abilities: {
          write: mayWrite(actor),
          administer: isAdministrator(actor),
          peopleOperations: mayListAccounts(actor),
          seeFaces: isInsider(actor),
          moderate: isAdministrator(actor) || actor.grants.some((grant) => grant.kind === 'moderate'),
        },
      };
    },
  };
}
