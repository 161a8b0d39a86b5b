import type { FeedService } from '#server/domain/feed/feed.service.ts';
import { mayListAccounts } from '#server/domain/identity/account.policy.ts';
import { type Actor, isAdministrator } from '#server/domain/identity/actor.ts';
import type { SettingsService } from '#server/domain/settings/settings.service.ts';
import type { Health } from '#server/platform/database/schema.ts';

type FrameProject = { slug: string; name: string; health: Health | null };

/** What other rooms contribute to the frame around every page. */
export type FrameSources = {
  settings: Pick<SettingsService, 'current'>;
  feed: Pick<FeedService, 'unreadCount'>;
  unreadNotifications: (actor: Actor) => Promise<number>;
  myProjects: (actor: Actor) => Promise<FrameProject[]>;
};

const PROJECTS_SHOWN = 8;

/** The frame of every page: company, me, what is unread, my projects, what I may administer. */
export function createFrameService(sources: FrameSources) {
  async function unread(actor: Actor): Promise<{ feed: number; notifications: number }> {
    const [feed, notifications] = await Promise.all([
      sources.feed.unreadCount(actor),
      sources.unreadNotifications(actor),
    ]);
    return { feed, notifications };
  }

  return {
    /** The counts alone: exact to 99, 100 means more. */
    unread,
    async frame(actor: Actor) {
      const [settings, counts, projects] = await Promise.all([
        sources.settings.current(),
        unread(actor),
        sources.myProjects(actor),
      ]);
      return {
        companyName: settings.companyName,
        brandHue: settings.brandHue,
        me: {
          personId: actor.personId,
          handle: actor.handle,
          displayName: actor.displayName,
          photoUrl: actor.photo ?? null,
        },
        unread: counts,
        myProjects: projects
          .slice(0, PROJECTS_SHOWN)
          .map(({ slug, name, health }) => ({ slug, name, health })),
        reactions: settings.reactions,
        abilities: {
          administer: isAdministrator(actor),
          peopleOperations: mayListAccounts(actor),
          moderate: isAdministrator(actor) || actor.grants.some((grant) => grant.kind === 'moderate'),
        },
      };
    },
  };
}
