import { addressOfEntry } from '#server/domain/conversation/entry-address.ts';
import { waitingPlace } from '#server/domain/conversation/waiting-place.queries.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { clearMail } from '#server/domain/notifications/mail/clear-mail.ts';
import { createComposeMail } from '#server/domain/notifications/mail/compose-mail.ts';
import { deliverMail } from '#server/domain/notifications/mail/deliver-mail.ts';
import { planDigests } from '#server/domain/notifications/mail/plan-digests.ts';
import { unsubscribe, unsubscribeScope } from '#server/domain/notifications/mail/unsubscribe.ts';
import { createUnsubscribeTokens } from '#server/domain/notifications/mail/unsubscribe-token.ts';
import { deliverPush } from '#server/domain/notifications/push/deliver-push.ts';
import type { PushSubscriptionInput } from '#server/domain/notifications/push/push.schema.ts';
import { pushStateOf } from '#server/domain/notifications/push/push-devices.queries.ts';
import { subscribePush } from '#server/domain/notifications/push/subscribe-push.ts';
import { unsubscribePush } from '#server/domain/notifications/push/unsubscribe-push.ts';
import { createVapidKeys } from '#server/domain/notifications/push/vapid-keys.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { SettingsReader } from '#server/domain/settings/settings.queries.ts';
import { isUuid } from '#server/platform/ids.ts';
import { changeDelivery } from './change-delivery.ts';
import { myDelivery } from './delivery.queries.ts';
import type { DeliveryInput } from './delivery.schema.ts';
import { markAllRead, markOpened, markRead, markScheduledOpened } from './mark-read.ts';
import { notificationsOf, targetOf, unreadCountOf } from './notifications.queries.ts';

/** What concerns the reader: a list, a count, and what has been seen. */
export function createNotificationsService(parts: Parts, settings: Pick<SettingsReader, 'current'>) {
  const tokens = createUnsubscribeTokens(parts.db);
  const needs = { ...parts, settings, tokens, compose: createComposeMail() };
  const push = { ...parts, settings, keys: createVapidKeys(parts.db) };
  return {
    list: (actor: Actor, cursor: string | null = null) => notificationsOf(parts, actor, cursor),
    /** Exact to 99; 100 means more. */
    unreadCount: (actor: Actor) => unreadCountOf(parts.db, actor.personId),
    markAllRead: (actor: Actor) => markAllRead(parts, actor),
    /** To be called by whatever shows an entry with its thread. */
    opened: (actor: Actor, entryId: string) => markOpened(parts, actor, entryId),
    /** To be called by the page of the actor's posts that wait for their hour. */
    openedScheduled: (actor: Actor) => markScheduledOpened(parts, actor),
    /** Marks a notice read and says where it leads; null where it is not the actor's, or what it was about is gone. */
    async follow(actor: Actor, id: string): Promise<string | null> {
      const target = isUuid(id) ? await targetOf(parts.db, actor, id) : null;
      if (!target) return null;
      await markRead(parts, actor, id);
      if (target.kind === 'import') return `/admin/import/${target.subjectId}`;
      if ((target.kind === 'status' || target.kind === 'project') && target.projectOf)
        return `/projects/${target.projectOf}`;
      // Where the form stands again, or why it does not.
      if (target.kind === 'account') return '/';
      // Until it comes out, its author finds it there, and there alone.
      if (target.kind === 'scheduled' && !target.entryId) return `/scheduled#entry-${target.subjectId}`;
      if (!target.entryId) return null;
      // To the page of the queue on which it waits; decided meanwhile, to the words themselves, in their place.
      const place = target.kind === 'report' ? await waitingPlace(parts.db, actor, target.entryId) : null;
      if (place !== null) return `/admin/moderation${place}#entry-${target.entryId}`;
      return addressOfEntry({ ...target, id: target.entryId });
    },

    myDelivery: (actor: Actor) => myDelivery(parts.db, actor),
    changeDelivery: (actor: Actor, input: DeliveryInput) => changeDelivery(parts, actor, input),
    pushState: (actor: Actor) => pushStateOf(parts, push.keys, actor),
    subscribePush: (actor: Actor, input: PushSubscriptionInput) => subscribePush(parts, actor, input),
    unsubscribePush: (actor: Actor, id: string) => unsubscribePush(parts, actor, id),
    unsubscribe: (token: string, everything: boolean) => unsubscribe(needs, token, everything),
    unsubscribeScope: (token: string) => unsubscribeScope(needs, token),
    /** What a mail program asks for: a link that is not ours is passed over. */
    async oneClick(token: string): Promise<void> {
      if (await unsubscribeScope(needs, token)) await unsubscribe(needs, token, false);
    },

    /** Registers the room's jobs: digests put in line, mails sent, old lines cleared. */
    registerJobs(): void {
      parts.jobs.schedule('notifications.plan-digests', '*/5 * * * *', () => planDigests(parts));
      parts.jobs.schedule('notifications.deliver-mail', '* * * * *', () => deliverMail(needs));
      parts.jobs.schedule('notifications.deliver-push', '* * * * *', () => deliverPush(push));
      parts.jobs.schedule('notifications.clear-mail', '41 3 * * *', () => clearMail(parts));
    },
  };
}
