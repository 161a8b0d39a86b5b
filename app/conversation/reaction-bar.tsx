import { Users } from 'lucide-react';
import { useState } from 'react';
import { useReactionChoices } from '#app/shell/drawing/reaction-choices.ts';
import { useT } from '#app/shell/i18n.tsx';
import { onUse } from '#app/shell/on-use.tsx';
import { cn } from '#app/ui/cn.ts';
import { Pill } from '#app/ui/pill.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';

const ReactorsDialog = onUse(() => import('./reactors-dialog.tsx').then((file) => file.ReactorsDialog));

type Props = { entry: EntryView; onReact: (emoji: string) => void };

/** Who reacted how: press one to join in or take it back. */
export function ReactionBar({ entry, onReact }: Props) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  if (entry.reactions.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5" aria-label={t('conversation.reactions')}>
      {entry.reactions.map(({ emoji, count, mine }) => (
        <li key={emoji}>
          <Pill
            pressed={mine}
            disabled={!entry.abilities.react}
            aria-label={t('conversation.reactionCount', { emoji, count })}
            onClick={() => onReact(emoji)}
          >
            <span aria-hidden="true">{emoji}</span>
            <span aria-hidden="true" className="tabular-nums">
              {count}
            </span>
          </Pill>
        </li>
      ))}
      <li>
        <Pill
          aria-label={t('conversation.whoReacted')}
          title={t('conversation.whoReacted')}
          onClick={() => setAsking(true)}
        >
          <Users aria-hidden="true" />
        </Pill>
        {asking && <ReactorsDialog entryId={entry.id} onClose={() => setAsking(false)} />}
      </li>
    </ul>
  );
}

type PickerProps = { onReact: (emoji: string) => void; className?: string };

/** The company's set, to choose from. */
export function ReactionPicker({ onReact, className }: PickerProps) {
  const t = useT();
  const choices = useReactionChoices();
  return (
    <fieldset className={cn('flex animate-appear gap-1', className)}>
      <legend className="sr-only">{t('conversation.addReaction')}</legend>
      {choices.map((emoji) => (
        <button
          key={emoji}
          type="button"
          className="grid size-9 place-items-center rounded-md text-lead transition-transform hover:bg-sunk motion-safe:hover:scale-110"
          aria-label={t('conversation.reactWith', { emoji })}
          onClick={() => onReact(emoji)}
        >
          {emoji}
        </button>
      ))}
    </fieldset>
  );
}
