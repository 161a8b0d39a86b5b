import MarkdownIt from 'markdown-it';

/** Placeholder for a mention in rendered html; the name is put in when the entry is shown. */
const PLACEHOLDER = /<a data-mention="([0-9a-f-]{36})"><\/a>/g;
const MENTION = /^@\[person:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\]/;

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false }).disable([
  'image',
  'html_block',
  'html_inline',
  'reference',
  'lheading',
]);

markdown.inline.ruler.before('link', 'mention', (state, silent) => {
  if (state.src.charCodeAt(state.pos) !== 0x40) return false;
  const match = MENTION.exec(state.src.slice(state.pos, state.pos + 60));
  if (!match?.[1]) return false;
  if (!silent) {
    const token = state.push('mention', '', 0);
    token.content = match[1];
  }
  state.pos += match[0].length;
  return true;
});
markdown.renderer.rules.mention = (tokens, index) => `<a data-mention="${tokens[index]?.content ?? ''}"></a>`;
// Nobody's heading may outrank the page's own: one level of emphasis is enough in a post.
markdown.renderer.rules.heading_open = () => '<p><strong>';
markdown.renderer.rules.heading_close = () => '</strong></p>';
markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'noopener noreferrer ugc');
  return self.renderToken(tokens, index, options);
};

/**
 * Renders the source format (CommonMark without html, images and headings; `@[person:UUID]` for a
 * mention) to html that is safe to show: markdown-it escapes everything it does not itself produce,
 * and its validateLink refuses javascript:, vbscript:, file: and data: addresses.
 */
export function renderBody(source: string): string {
  return markdown.render(source).trim();
}

/** The addresses that a source text links to, in its order, as they stand in its html. */
export function linksIn(source: string): string[] {
  const inline = markdown.parse(source, {}).flatMap((token) => token.children ?? []);
  return inline.filter(({ type }) => type === 'link_open').map((link) => String(link.attrGet('href') ?? ''));
}

/** The persons mentioned in a source text, each once. */
export function mentionedIn(source: string): string[] {
  const ids = source.matchAll(/@\[person:([0-9a-f-]{36})\]/g);
  return [...new Set([...ids].map((match) => match[1] as string))];
}

/** Puts names and links into the placeholders; somebody unknown to `people` becomes `unknown`. */
export function resolveMentions(
  html: string,
  people: ReadonlyMap<string, { handle: string; name: string }>,
  unknown = '…',
): string {
  return html.replace(PLACEHOLDER, (_all, id: string) => {
    const person = people.get(id);
    if (!person?.name) return `<span class="mention">@${unknown}</span>`;
    return `<a class="mention" href="/people/${encodeURIComponent(person.handle)}">@${escapeHtml(person.name)}</a>`;
  });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
