import { useEffect, useState } from 'react';
import { useExchange } from '#app/shell/exchange.ts';
import { useT } from '#app/shell/i18n.tsx';
import { PersonAvatar, PersonLink } from '#app/shell/person.tsx';
import { Button } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import type { Reactor, ReactorsPage } from '#server/domain/conversation/reactors.queries.ts';
import { entryAddress } from './entry-form-data.ts';

type Props = { entryId: string; onClose: () => void };

/** Who reacted, and how: asked for when somebody wants to know, fifty at a time. */
export function ReactorsDialog({ entryId, onClose }: Props) {
  const t = useT();
  const { load } = useExchange<ReactorsPage>(`reactors-${entryId}`);
  const [people, setPeople] = useState<Reactor[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [state, setState] = useState<'loading' | 'idle' | string>('loading');
  const address = `${entryAddress(entryId)}/reactions`;
  const read = async (after: string | null) => {
    setState('loading');
    const { answer, failure } = await load(after ? `${address}?after=${after}` : address);
    setState(failure ? t(failure) : 'idle');
    if (!answer) return;
    setPeople((known) => (after ? [...known, ...answer.people] : answer.people));
    setNext(answer.next);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    void read(null);
  }, [entryId]);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('conversation.whoReacted')}
      closeLabel={t('common.close')}
      size="sm"
    >
      <ul className="flex flex-col gap-2.5">
        {people.map(({ person, emoji }) => (
          <li key={person.id} className="flex items-center gap-2.5">
            <PersonAvatar person={person} size="sm" />
            <span className="min-w-0 flex-1">
              <PersonLink person={person} />
            </span>
            <span className="shrink-0 text-lead">{emoji.join(' ')}</span>
          </li>
        ))}
      </ul>
      {state === 'loading' && people.length === 0 && (
        <p className="animate-slow-appear text-muted">{t('common.loading')}</p>
      )}
      {state !== 'loading' && state !== 'idle' && (
        <p role="alert" className="text-bad">
          {state}
        </p>
      )}
      {next && (
        <Button className="mt-3" busy={state === 'loading'} onClick={() => read(next)}>
          {t('conversation.showMore')}
        </Button>
      )}
    </Dialog>
  );
}
