import {
  defaultMarkdownParser,
  defaultMarkdownSerializer,
  schema as full,
  MarkdownParser,
  MarkdownSerializer,
} from 'prosemirror-markdown';
import { type Node, type NodeSpec, Schema } from 'prosemirror-model';

// What can be written is what server/domain/conversation/render-body.ts shows: no pictures (they are attached), no
// headings, no rules. The source of a post stays Markdown (docs/decisions/rich-text.md); the editor reads and writes it.

const UNWRITTEN = new Set(['image', 'heading', 'horizontal_rule']);
const kinds = Object.entries(full.spec.nodes.toObject())
  .filter(([name]) => !UNWRITTEN.has(name))
  // The lines of a list stand close, as people expect them.
  .map(([name, spec]) => [name, name.endsWith('_list') ? close(spec) : spec] as const);

export const schema = new Schema({
  nodes: Object.fromEntries(kinds),
  marks: {
    ...full.spec.marks.toObject(),
    strike: {
      parseDOM: [{ tag: 's' }, { tag: 'del' }, { style: 'text-decoration=line-through' }],
      toDOM: () => ['s', 0],
    },
  },
});

const OFF = ['image', 'html_inline', 'html_block', 'heading', 'lheading', 'hr', 'reference'];
const tokenizer = defaultMarkdownParser.tokenizer.enable('strikethrough').disable(OFF);
const { image: _image, hr: _hr, heading: _heading, ...tokens } = defaultMarkdownParser.tokens;

const parser = new MarkdownParser(schema, tokenizer, {
  ...tokens,
  s: { mark: 'strike' },
  // As the server shows it: a line ends where its writer ended it.
  softbreak: { node: 'hard_break' },
});

const {
  image: _drawing,
  horizontal_rule: _rule,
  heading: _title,
  ...nodes
} = defaultMarkdownSerializer.nodes;

const serializer = new MarkdownSerializer(
  {
    ...nodes,
    bullet_list: (state, node) => state.renderList(node, '  ', () => '- '),
    hard_break: (state, node, parent, index) => {
      for (let next = index + 1; next < parent.childCount; next++)
        if (parent.child(next).type !== node.type) return state.write('\n');
    },
  },
  {
    ...defaultMarkdownSerializer.marks,
    strike: { open: '~~', close: '~~', mixable: true, expelEnclosingWhitespace: true },
  },
  // What looks like an entity is what somebody typed.
  { escapeExtraCharacters: /&(?=#?\w{1,31};)/g },
);

function close(list: NodeSpec): NodeSpec {
  return { ...list, attrs: { ...list.attrs, tight: { default: true } } };
}

/** The document behind a source text. */
export function readSource(source: string): Node {
  return parser.parse(source.replaceAll('\r\n', '\n'));
}

/** The source text of a document, as the server takes it. */
export function writeSource(document: Node): string {
  return serializer.serialize(document, { tightLists: true });
}
