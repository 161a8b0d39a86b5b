import {
  AtSign,
  Bold,
  Code,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Smile,
  TextQuote,
} from 'lucide-react';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { MessageKey } from '#app/messages/subjects.ts';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { addLink, commandOf, isOn, type Tool } from './commands.ts';
import { EMOJI } from './emoji.ts';

const TOOLS: { tool: Tool; icon: LucideIcon; label: MessageKey }[] = [
  { tool: 'strong', icon: Bold, label: 'editor.bold' },
  { tool: 'em', icon: Italic, label: 'editor.italic' },
  { tool: 'bullet_list', icon: List, label: 'editor.bulletList' },
  { tool: 'ordered_list', icon: ListOrdered, label: 'editor.numberedList' },
  { tool: 'blockquote', icon: TextQuote, label: 'editor.quote' },
  { tool: 'code', icon: Code, label: 'editor.code' },
];

type Panel = 'link' | 'emoji' | null;

/** What can be done to the text: one stop for the Tab key, arrow keys inside (the ARIA toolbar pattern). */
export function Toolbar({ view, state }: { view: EditorView; state: EditorState }) {
  const t = useT();
  const bar = useRef<HTMLDivElement>(null);
  const [panel, setPanel] = useState<Panel>(null);
  const [stop, setStop] = useState(0);
  const run = (tool: Tool) => {
    commandOf(tool)(view.state, view.dispatch, view);
    view.focus();
  };
  const write = (text: string) => {
    view.dispatch(view.state.tr.insertText(text).scrollIntoView());
    view.focus();
  };
  const toggle = (wanted: Panel) => setPanel(panel === wanted ? null : wanted);
  const move = (event: KeyboardEvent) => {
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || buttons.length === 0) return;
    event.preventDefault();
    const next = (stop + step + buttons.length) % buttons.length;
    setStop(next);
    buttons[next]?.focus();
  };
  const place = (index: number) => ({
    size: 'sm' as const,
    tabIndex: index === stop ? 0 : -1,
    onFocus: () => setStop(index),
    // Pressing a button must not take the selection from the text.
    onPointerDown: (event: { preventDefault: () => void }) => event.preventDefault(),
  });
  return (
    <div>
      <div
        ref={bar}
        role="toolbar"
        aria-label={t('editor.formatting')}
        onKeyDown={move}
        className="-ms-1 flex flex-wrap gap-0.5"
      >
        {TOOLS.map(({ tool, icon: Icon, label }, index) => (
          <IconButton
            key={tool}
            {...place(index)}
            label={t(label)}
            aria-pressed={isOn(state, tool)}
            onClick={() => run(tool)}
          >
            <Icon aria-hidden="true" />
          </IconButton>
        ))}
        <IconButton
          {...place(TOOLS.length)}
          label={t('editor.link')}
          aria-expanded={panel === 'link'}
          onClick={() => toggle('link')}
        >
          <Link aria-hidden="true" />
        </IconButton>
        <IconButton
          {...place(TOOLS.length + 1)}
          label={t('conversation.mentionSomebody')}
          onClick={() => write(/\S$/.test(before(view.state)) ? ' @' : '@')}
        >
          <AtSign aria-hidden="true" />
        </IconButton>
        <IconButton
          {...place(TOOLS.length + 2)}
          label={t('editor.emoji')}
          aria-expanded={panel === 'emoji'}
          onClick={() => toggle('emoji')}
        >
          <Smile aria-hidden="true" />
        </IconButton>
      </div>
      {panel === 'link' && (
        <LinkPanel
          onLink={(href) => {
            addLink(href)(view.state, view.dispatch, view);
            setPanel(null);
            view.focus();
          }}
          onClose={() => {
            setPanel(null);
            view.focus();
          }}
        />
      )}
      {panel === 'emoji' && (
        <fieldset className="mt-1 flex animate-appear flex-wrap gap-0.5 rounded-md border border-line p-1">
          <legend className="sr-only">{t('editor.emoji')}</legend>
          {EMOJI.map((emoji) => (
            <button
              key={emoji}
              type="button"
              onClick={() => write(emoji)}
              className="grid size-8 place-items-center rounded-md text-lead hover:bg-sunk"
            >
              {emoji}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}

function before({ selection, doc }: EditorState): string {
  return doc.textBetween(selection.$from.start(), selection.from, '\n', '\n');
}

/** An address on the web, a mail address, or a page of ours. */
const ADDRESS = /^(?:https?:\/\/\S+|mailto:\S+|\/\S*)$/i;

/** No form of its own: it stands inside the one that sends the text. */
function LinkPanel({ onLink, onClose }: { onLink: (href: string) => void; onClose: () => void }) {
  const t = useT();
  const [address, setAddress] = useState('');
  const [wrong, setWrong] = useState(false);
  const apply = () => {
    const typed = address.trim();
    const href = /^[\w-]+(\.[\w-]+)+/.test(typed) ? `https://${typed}` : typed;
    if (ADDRESS.test(href)) onLink(href);
    else setWrong(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') apply();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="mt-1 flex animate-appear flex-wrap items-center gap-2">
      <TextInput
        autoFocus
        value={address}
        aria-label={t('editor.linkAddress')}
        aria-invalid={wrong || undefined}
        placeholder="https://"
        dir="ltr"
        onKeyDown={onKeyDown}
        onChange={(event: FormEvent<HTMLInputElement>) => {
          setAddress(event.currentTarget.value);
          setWrong(false);
        }}
        className="h-9 min-w-0 flex-1"
      />
      <Button size="sm" onClick={apply}>
        {t('editor.link')}
      </Button>
      {wrong && (
        <p role="alert" className="basis-full text-meta text-bad">
          {t('editor.linkWrong')}
        </p>
      )}
    </div>
  );
}
