import type { Actor } from '#server/domain/identity/actor.ts';
import type { World } from '#tests/setup/world.ts';

type Input = Partial<Parameters<World['services']['feed']['publishPost']>[1]>;

/** A post that is to come out on Monday, 26 October 2026, at eight in Hamburg. */
export const publishOnMonday = (world: World, author: Actor, input: Input & { audienceId: string }) =>
  world.services.feed.publishPost(author, {
    text: 'The canteen opens on Monday.',
    publishOn: '2026-10-26',
    publishAt: '08:00',
    ...input,
  });

/** The texts of somebody's feed, newest first. */
export const textsInFeed = async (world: World, actor: Actor) =>
  (await world.services.feed.page(actor)).items.map((item) => item.entry?.html.replaceAll(/<\/?p>/g, ''));
