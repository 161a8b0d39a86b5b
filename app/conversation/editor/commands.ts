import { chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import {
  type InputRule,
  inputRules,
  InputRule as Rule,
  textblockTypeInputRule,
  undoInputRule,
  wrappingInputRule,
} from 'prosemirror-inputrules';
import type { MarkType, NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import { schema } from './rich-document.ts';

const node = (name: string) => schema.nodes[name] as NodeType;
const mark = (name: string) => schema.marks[name] as MarkType;

/** What the buttons of the editor do. */
export type Tool = 'strong' | 'em' | 'bullet_list' | 'ordered_list' | 'blockquote' | 'code';

/** The command behind a button: on where it is off, off where it is on. */
export function commandOf(tool: Tool): Command {
  if (tool === 'strong' || tool === 'em') return toggleMark(mark(tool));
  if (tool === 'bullet_list' || tool === 'ordered_list')
    return (state, dispatch) =>
      isOn(state, tool)
        ? liftListItem(node('list_item'))(state, dispatch)
        : wrapInList(node(tool))(state, dispatch);
  if (tool === 'blockquote')
    return (state, dispatch) =>
      isOn(state, tool) ? lift(state, dispatch) : wrapIn(node(tool))(state, dispatch);
  // A few words are code in the line; a line by itself is a block of it.
  return (state, dispatch) => {
    if (isOn(state, 'code') && state.selection.$from.parent.type === node('code_block'))
      return setBlockType(node('paragraph'))(state, dispatch);
    const inline = toggleMark(mark('code'))(state);
    return inline && !state.selection.empty
      ? toggleMark(mark('code'))(state, dispatch)
      : setBlockType(node('code_block'))(state, dispatch);
  };
}

/** Whether a button is pressed, where the caret stands. */
export function isOn(state: EditorState, tool: Tool): boolean {
  const { $from, empty, from, to } = state.selection;
  const marked = (type: MarkType) =>
    empty
      ? Boolean(type.isInSet(state.storedMarks ?? $from.marks()))
      : state.doc.rangeHasMark(from, to, type);
  const around = (type: NodeType) => {
    for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === type) return true;
    return false;
  };
  if (tool === 'strong' || tool === 'em') return marked(mark(tool));
  if (tool === 'code') return marked(mark('code')) || around(node('code_block'));
  return around(node(tool));
}

/** Puts a link on what is selected, or writes its address where nothing is. */
export function addLink(href: string): Command {
  return (state, dispatch) => {
    const { empty, from } = state.selection;
    const link = mark('link').create({ href });
    if (!empty) return toggleMark(mark('link'), { href })(state, dispatch);
    dispatch?.(
      state.tr
        .insert(from, schema.text(href, [link]))
        .removeStoredMark(mark('link'))
        .scrollIntoView(),
    );
    return true;
  };
}

const newLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(node('hard_break').create()).scrollIntoView());
  return true;
};

/** The keys of the editor; Tab stays what moves the focus on. `send` is Ctrl or ⌘ with Enter. */
export function keys(send: () => void): Record<string, Command> {
  const sendIt: Command = () => {
    send();
    return true;
  };
  return {
    'Mod-Enter': sendIt,
    'Mod-b': commandOf('strong'),
    'Mod-i': commandOf('em'),
    'Mod-e': commandOf('code'),
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    Backspace: undoInputRule,
    Enter: splitListItem(node('list_item')),
    'Shift-Enter': chainCommands(exitCode, newLine),
    'Mod-[': liftListItem(node('list_item')),
    'Mod-]': sinkListItem(node('list_item')),
  };
}

/** Markdown, as those who know it type it, becomes what it means. */
export function markdownAsTyped() {
  const rules: InputRule[] = [
    wrappingInputRule(/^\s*>\s$/, node('blockquote')),
    wrappingInputRule(/^\s*[-+*]\s$/, node('bullet_list')),
    wrappingInputRule(/^(\d{1,3})[.)]\s$/, node('ordered_list'), (match) => ({ order: Number(match[1]) })),
    textblockTypeInputRule(/^```$/, node('code_block')),
    markRule(/(?<![*\w])\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, mark('strong')),
    markRule(/(?<![*\w])\*([^*\s](?:[^*]*[^*\s])?)\*$/, mark('em')),
    markRule(/(?<![_\w])_([^_\s](?:[^_]*[^_\s])?)_$/, mark('em')),
    markRule(/(?<!`)`([^`]+)`$/, mark('code')),
  ];
  return inputRules({ rules });
}

function markRule(pattern: RegExp, type: MarkType): InputRule {
  return new Rule(pattern, (state, match, start, end) => {
    const words = match[1];
    if (!words) return null;
    return state.tr.replaceWith(start, end, schema.text(words, [type.create()])).removeStoredMark(type);
  });
}
