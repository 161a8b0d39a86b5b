import { SmilePlus } from 'lucide-react';
import { useState } from 'react';
import { ReactionBar, ReactionPicker } from '#app/conversation/reaction-bar.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';

type Props = { entry: EntryView; onReact: (emoji: string) => void };

/** What others said without words. */
export function PinReactions({ entry, onReact }: Props) {
  const t = useT();
  const [picking, setPicking] = useState(false);
  const react = (emoji: string) => {
    setPicking(false);
    onReact(emoji);
  };
  if (!entry.abilities.react && entry.reactions.length === 0) return null;
  return (
    <>
      <ReactionBar entry={entry} onReact={react} />
      {entry.abilities.react && (
        <IconButton
          size="sm"
          label={t('conversation.addReaction')}
          aria-expanded={picking}
          onClick={() => setPicking(!picking)}
        >
          <SmilePlus aria-hidden="true" />
        </IconButton>
      )}
      {picking && <ReactionPicker onReact={react} className="order-last basis-full" />}
    </>
  );
}
