import { cva, type VariantProps } from 'class-variance-authority';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';

// One line, except where the screen is narrower than the sentence in it.
const badgeStyle = cva(
  'inline-flex items-center gap-1.5 rounded-lg px-2.5 py-0.5 text-meta font-medium whitespace-nowrap max-[26rem]:whitespace-normal [&_svg]:size-3.5 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        plain: 'bg-sunk text-soft',
        brand: 'bg-brand-soft text-brand-ink',
        ok: 'bg-ok-soft text-ok',
        warn: 'bg-warn-soft text-warn',
        bad: 'bg-bad-soft text-bad',
      },
    },
    defaultVariants: { tone: 'plain' },
  },
);

type BadgeProps = VariantProps<typeof badgeStyle> & { children: ReactNode; className?: string };

/** A short state: colour, word and, where it helps, an icon. */
export function Badge({ tone, children, className }: BadgeProps) {
  return <span className={cn(badgeStyle({ tone }), className)}>{children}</span>;
}
