import type { LinkPreviews } from '#server/domain/conversation/link-preview.view.ts';
import { previewLinks } from '#server/domain/conversation/preview-links.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { PinView } from './pin.view.ts';

/** The pins, in their order, with what they and their answers link to in small; asked about once for all of them. */
export async function previewPins(
  previews: LinkPreviews,
  actor: Actor,
  pins: readonly PinView[],
): Promise<PinView[]> {
  const written = pins.flatMap(({ entry, answers }) => [entry, ...answers]);
  const shown = await previewLinks(previews, actor, written);
  return pins.map((pin) => ({ ...pin, entry: shown(pin.entry), answers: pin.answers.map(shown) }));
}
