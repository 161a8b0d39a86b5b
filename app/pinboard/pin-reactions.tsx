import { useFetcher } from '@remix-run/react';
import { SmilePlus } from 'lucide-react';
import { useState } from 'react';
import type { EntryAnswer } from '#app/conversation/entry.route.ts';
import { entryAddress } from '#app/conversation/entry-form-data.ts';
import { ReactionBar, ReactionPicker } from '#app/conversation/reaction-bar.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';

/** What others said without words; one's own press shows before the server has counted it. */
export function PinReactions({ entry }: { entry: EntryView }) {
  const t = useT();
  const fetcher = useFetcher<EntryAnswer>();
  const [picking, setPicking] = useState(false);
  const react = (emoji: string) => {
    setPicking(false);
    fetcher.submit({ intent: 'react', emoji }, { method: 'post', action: entryAddress(entry.id) });
  };
  if (!entry.abilities.react && entry.reactions.length === 0) return null;
  return (
    <>
      <ReactionBar entry={withPress(entry, fetcher.formData)} onReact={react} />
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

function withPress(entry: EntryView, pressed: FormData | undefined): EntryView {
  const emoji = pressed?.get('emoji');
  if (typeof emoji !== 'string') return entry;
  const known = entry.reactions.some((reaction) => reaction.emoji === emoji);
  const all = known ? entry.reactions : [...entry.reactions, { emoji, count: 0, mine: false }];
  const reactions = all
    .map((one) =>
      one.emoji === emoji ? { emoji, count: one.count + (one.mine ? -1 : 1), mine: !one.mine } : one,
    )
    .filter(({ count }) => count > 0);
  return { ...entry, reactions };
}
