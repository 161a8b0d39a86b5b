import { type EditorState, Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { BEFORE_CARET } from '../mention-text-area.tsx';

const HANDLE = /(?<![\p{L}\p{N}@])@[a-z0-9]+(?:[._-][a-z0-9]+)*/giu;

/** What of a mention somebody is typing; empty for none. */
export function mentionQuery({ selection, doc }: EditorState): string {
  if (!selection.empty) return '';
  const { $from } = selection;
  const before = doc.textBetween($from.start(), $from.pos, '\n', '\n');
  return BEFORE_CARET.exec(before)?.[1] ?? '';
}

/** Shows `@handle` as the mention it will be. */
export function mentionMarks(): Plugin {
  return new Plugin({
    props: {
      decorations: ({ doc }) => {
        const found: Decoration[] = [];
        doc.descendants((node, at) => {
          if (!node.isText || node.marks.some(({ type }) => type.name === 'code')) return;
          for (const match of (node.text ?? '').matchAll(HANDLE))
            found.push(
              Decoration.inline(at + match.index, at + match.index + match[0].length, { class: 'mention' }),
            );
        });
        return DecorationSet.create(doc, found);
      },
    },
  });
}
