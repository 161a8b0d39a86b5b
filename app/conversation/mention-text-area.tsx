import {
  type ChangeEvent,
  type ComponentProps,
  forwardRef,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { onUse } from '#app/shell/on-use.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { type Candidate, useMentionCandidates } from './use-mention-candidates.ts';

// Shown only to somebody who types an `@`.
const MentionList = onUse(() => import('./mention-list.tsx').then((file) => file.MentionList));

type Props = ComponentProps<typeof TextArea> & {
  /** Suggests only persons who may read what is addressed to this audience. */
  audienceId?: string;
  /** Somebody writes elsewhere: this is only where the text is kept for the form. */
  silent?: boolean;
};

/** What of a mention stands before the caret. */
export const BEFORE_CARET = /(?:^|[\s([{"'„“»])@([\p{L}\p{N}._-]{1,30})$/u;

/** A text area that suggests colleagues while somebody types `@mar`; without script, `@handle` works as typed. */
export const MentionTextArea = forwardRef(function MentionTextArea(
  { audienceId, silent = false, onChange, onKeyDown, ...rest }: Props,
  outer: Ref<HTMLTextAreaElement>,
) {
  const listId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(outer, () => area.current as HTMLTextAreaElement);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const candidates = useMentionCandidates(query, audienceId);
  const open = query !== '' && candidates.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list starts at its top
  useEffect(() => setActive(0), [candidates]);

  const look = (event: ChangeEvent<HTMLTextAreaElement>) => {
    onChange?.(event);
    if (silent) return;
    const typed = event.currentTarget.value.slice(0, event.currentTarget.selectionStart);
    setQuery(BEFORE_CARET.exec(typed)?.[1] ?? '');
  };
  const choose = (person: Candidate) => {
    const element = area.current;
    if (!element) return;
    const caret = element.selectionStart;
    element.setRangeText(`@${person.handle} `, caret - query.length - 1, caret, 'end');
    element.dispatchEvent(new Event('input', { bubbles: true }));
    setQuery('');
    element.focus();
  };
  const move = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    onKeyDown?.(event);
    if (!open) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((active + step + candidates.length) % candidates.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(candidates[active] as Candidate);
    else if (event.key === 'Escape') setQuery('');
    else return;
    event.preventDefault();
  };

  return (
    <div className="relative">
      <TextArea
        {...rest}
        ref={area}
        onChange={look}
        onKeyDown={move}
        onBlur={() => setTimeout(() => setQuery(''), 150)}
        // A textarea may not be a combobox (ARIA in HTML); a text box may point into a list all the same.
        aria-autocomplete="list"
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open ? `${listId}-${active}` : undefined}
      />
      {open && (
        <MentionList
          id={listId}
          candidates={candidates}
          active={active}
          onChoose={choose}
          onClose={() => setQuery('')}
        />
      )}
    </div>
  );
});
