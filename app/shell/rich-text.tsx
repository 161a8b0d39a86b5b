import { Fragment, type ReactNode } from 'react';

type Wrap = (children: ReactNode) => ReactNode;
export type RichValues = Record<string, ReactNode | Wrap>;

// Private-use characters stand for node values and for "<" in texts people typed, so that only the
// catalogue's own tags are read as tags.
const OPEN = '\uE000';
const CLOSE = '\uE001';
const LESS_THAN = '\uE002';

/** What the formatter gets: texts with "<" masked, nodes as marks to be found again. */
export function maskValues(values: RichValues): Record<string, string | number> {
  const masked: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'function') continue;
    if (typeof value === 'number') masked[name] = value;
    else if (typeof value === 'string') masked[name] = value.replaceAll('<', LESS_THAN);
    else masked[name] = `${OPEN}${name}${CLOSE}`;
  }
  return masked;
}

/** Puts nodes and tags back into a formatted text. Tags do not nest. */
export function fillIn(text: string, values: RichValues): ReactNode {
  const pieces = text.split(/(<(\w+)>.*?<\/\2>)/gs).filter((_, index) => index % 3 !== 2);
  return pieces.map((piece, index) => {
    const tag = /^<(\w+)>(.*)<\/\1>$/s.exec(piece);
    const wrap = tag?.[1] ? values[tag[1]] : undefined;
    const inner =
      tag && typeof wrap === 'function' ? wrap(fillNodes(tag[2] ?? '', values)) : fillNodes(piece, values);
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have no other identity
    return <Fragment key={index}>{inner}</Fragment>;
  });
}

function fillNodes(text: string, values: RichValues): ReactNode {
  const parts = text.replaceAll(LESS_THAN, '<').split(new RegExp(`${OPEN}(\\w+)${CLOSE}`, 'u'));
  if (parts.length === 1) return parts[0];
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other identity
    <Fragment key={index}>{index % 2 === 1 ? (values[part] as ReactNode) : part}</Fragment>
  ));
}
