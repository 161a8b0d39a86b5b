import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import type { Drawings } from './drawn-once.tsx';

/** Characters of html and keys that are kept, about as many bytes: some thousand cards. */
const KEPT_MOST = 12_000_000;

const kept = new Map<string, string>();
let keptSize = 0;

type Left = { key: string; element: ReactElement; place: (html: string) => string };

/**
 * What one page leaves out while it is drawn, and fills in afterwards. `secret` names the gaps: no text on the page can
 * pretend to be one.
 */
export function createDrawings(secret: string): Drawings & { fillIn: (page: string) => string } {
  const left: Left[] = [];
  const [before, after] = [`<template data-gap="${secret}-`, '"></template>'];
  return {
    leaveOut(key, element, place) {
      left.push({ key, element, place });
      return `${secret}-${left.length - 1}`;
    },
    fillIn(page) {
      const [start = '', ...parts] = page.split(before);
      const filled = parts.map((part) => {
        const end = part.indexOf(after);
        const gap = left[Number(part.slice(0, end))] as Left;
        return gap.place(drawn(gap.key, gap.element)) + part.slice(end + after.length);
      });
      return start + filled.join('');
    },
  };
}

/** What was drawn longest ago, and not looked at since, goes first. */
function drawn(key: string, element: ReactElement): string {
  const known = kept.get(key);
  if (known !== undefined) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const html = renderToString(element);
  kept.set(key, html);
  keptSize += key.length + html.length;
  for (const [oldKey, oldHtml] of kept) {
    if (keptSize <= KEPT_MOST) break;
    kept.delete(oldKey);
    keptSize -= oldKey.length + oldHtml.length;
  }
  return html;
}
