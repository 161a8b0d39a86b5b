import { Fragment } from 'react';
import type { Segment } from '#server/domain/search/snippet.ts';

/** A text with what was searched for marked in it. Pieces of text, never markup. */
export function Marked({ segments }: { segments: Segment[] }) {
  return segments.map((segment, index) =>
    segment.hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other identity
      <mark key={index} className="rounded-sm bg-brand-soft px-px font-medium text-brand-ink">
        {segment.text}
      </mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other identity
      <Fragment key={index}>{segment.text}</Fragment>
    ),
  );
}
