import { baseKeymap } from 'prosemirror-commands';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { EditorState, Selection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { MentionList } from '../mention-list.tsx';
import { type Candidate, useMentionCandidates } from '../use-mention-candidates.ts';
import { keys, markdownAsTyped } from './commands.ts';
import { mentionMarks, mentionQuery } from './mentions.ts';
import { readSource, writeSource } from './rich-document.ts';
import { Toolbar } from './toolbar.tsx';

export type RichEditorProps = {
  /** Where the text is kept for the form and its draft: read once, then written at each change. */
  area: RefObject<HTMLTextAreaElement | null>;
  label: string;
  placeholder?: string;
  audienceId?: string;
  invalid?: boolean;
  /** No border of its own: what it stands in has one. */
  plain?: boolean;
  /** It stands there from the beginning: the focus stays where it is. */
  still?: boolean;
};

/** Rich text as people know it from their mail; what the form sends is its source (rich-document.ts). */
export function RichEditor({ area, label, placeholder, audienceId, invalid, plain, still }: RichEditorProps) {
  const listId = useId();
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const [active, setActive] = useState(0);
  const query = state ? mentionQuery(state) : '';
  const [dismissed, setDismissed] = useState('');
  const candidates = useMentionCandidates(query === dismissed ? '' : query, audienceId);
  const open = query !== '' && query !== dismissed && candidates.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list starts at its top
  useEffect(() => setActive(0), [candidates]);

  const choose = (person: Candidate) => {
    if (!view) return;
    const { from } = view.state.selection;
    view.dispatch(
      view.state.tr.insertText(`@${person.handle} `, from - query.length - 1, from).scrollIntoView(),
    );
    view.focus();
  };
  // The keys of the list come before those of the text.
  const onListKey = useRef<(event: KeyboardEvent) => boolean>(() => false);
  onListKey.current = (event) => {
    if (!open || event.ctrlKey || event.metaKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((active + step + candidates.length) % candidates.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(candidates[active] as Candidate);
    else if (event.key === 'Escape') setDismissed(query);
    else return false;
    event.preventDefault();
    return true;
  };

  useEffect(() => {
    const field = area.current;
    if (!place.current || !field) return;
    const made = new EditorView(place.current, {
      state: EditorState.create({
        doc: readSource(field.value),
        plugins: [
          markdownAsTyped(),
          keymap(keys(() => field.form?.requestSubmit())),
          keymap(baseKeymap),
          history(),
          mentionMarks(),
        ],
      }),
      handleKeyDown: (_view, event) => onListKey.current(event),
      // Esc is the list's, or else closes the window around; the text would keep it to itself.
      handleDOMEvents: {
        keydown: (_view, event) => {
          if (event.key !== 'Escape') return false;
          onListKey.current(event);
          return true;
        },
      },
      dispatchTransaction(transaction) {
        const next = made.state.apply(transaction);
        made.updateState(next);
        setState(next);
        if (transaction.docChanged) keep(field, writeSource(next.doc));
      },
    });
    setView(made);
    setState(made.state);
    made.dispatch(made.state.tr.setSelection(Selection.atEnd(made.state.doc)));
    if (!still) made.focus();
    return () => made.destroy();
  }, [area, still]);

  const activeId = open ? `${listId}-${active}` : undefined;
  useEffect(() => {
    view?.setProps({
      attributes: {
        role: 'textbox',
        class: 'prose-body',
        dir: 'auto',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-autocomplete': 'list',
        ...(invalid ? { 'aria-invalid': 'true' } : {}),
        ...(activeId ? { 'aria-controls': listId, 'aria-activedescendant': activeId } : {}),
      },
    });
  }, [view, label, invalid, activeId, listId]);

  const empty = state?.doc.childCount === 1 && state.doc.firstChild?.content.size === 0;
  return (
    <div
      className={plain ? undefined : 'rounded-md border border-control-line px-2 focus-within:border-brand'}
    >
      <div className="relative">
        {empty && placeholder && (
          <p aria-hidden="true" className="pointer-events-none absolute px-1 py-2 text-muted">
            {placeholder}
          </p>
        )}
        <div ref={place} className="rich-editor" />
        {open && <MentionList id={listId} candidates={candidates} active={active} onChoose={choose} />}
      </div>
      {view && state && <Toolbar view={view} state={state} />}
    </div>
  );
}

/** As if it had been typed there: the draft and the form hear of it. */
function keep(field: HTMLTextAreaElement, source: string): void {
  const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
  setter?.call(field, source);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
