import { CircleHelp, Globe, HeartHandshake, Lock, type LucideIcon, StickyNote, Users } from 'lucide-react';
import type { MessageKey } from '#app/shell/i18n.tsx';
import type { PinKindName, PinVisibilityName } from '#server/domain/pinboard/pinboard.schema.ts';

type Words = { icon: LucideIcon; label: MessageKey };

export const KIND_WORDS: Record<PinKindName, Words & { placeholder: MessageKey }> = {
  question: { icon: CircleHelp, label: 'pinboard.question', placeholder: 'pinboard.askPlaceholder' },
  note: { icon: StickyNote, label: 'pinboard.note', placeholder: 'pinboard.notePlaceholder' },
  thanks: { icon: HeartHandshake, label: 'pinboard.thanks', placeholder: 'pinboard.thanksPlaceholder' },
};

/** `choice` names the circle before sending, `told` says it there in full, `seen` on the pin. */
export const VISIBILITY_WORDS: Record<PinVisibilityName, Words & { told: MessageKey; seen: MessageKey }> = {
  two: { icon: Lock, label: 'pinboard.onlyTwo', told: 'pinboard.toldTwo', seen: 'pinboard.seenTwo' },
  unit: { icon: Users, label: 'pinboard.onlyUnit', told: 'pinboard.toldUnit', seen: 'pinboard.seenUnit' },
  everyone: {
    icon: Globe,
    label: 'pinboard.everyone',
    told: 'pinboard.toldEveryone',
    seen: 'pinboard.seenEveryone',
  },
};
