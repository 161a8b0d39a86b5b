import { cn } from '#app/ui/cn.ts';
import type { Swatch } from '../colours.ts';

/** A swatch as a stripe; its second round is broken by gaps. */
export function ColourStripe({ swatch, className }: { swatch: Swatch; className: string }) {
  const { colour, broken } = swatch;
  return (
    <span
      aria-hidden="true"
      style={{
        background: broken
          ? `repeating-linear-gradient(to bottom, ${colour} 0 6px, transparent 6px 10px)`
          : colour,
      }}
      className={cn('shrink-0 rounded-full', className)}
    />
  );
}
