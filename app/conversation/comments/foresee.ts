import type { EntryView, ReactionView } from '#server/domain/conversation/entry.view.ts';

/** An entry as it will stand once the server has what is being sent: reacting and saving show at once. */
export function foresee(entry: EntryView, fields: Record<string, string>): EntryView {
  if (fields.intent === 'save') return { ...entry, saved: !entry.saved };
  if (fields.intent === 'react' && fields.emoji)
    return { ...entry, reactions: toggled(entry.reactions, fields.emoji) };
  if (fields.intent === 'follow') return { ...entry, follow: 'follows' };
  if (fields.intent === 'mute') return { ...entry, follow: 'muted' };
  if (fields.intent === 'unfollow') return { ...entry, follow: undefined };
  return entry;
}

function toggled(reactions: readonly ReactionView[], emoji: string): ReactionView[] {
  if (!reactions.some((reaction) => reaction.emoji === emoji))
    return [...reactions, { emoji, count: 1, mine: true }];
  return reactions
    .map((reaction) =>
      reaction.emoji === emoji
        ? { emoji, count: reaction.count + (reaction.mine ? -1 : 1), mine: !reaction.mine }
        : reaction,
    )
    .filter((reaction) => reaction.count > 0);
}
