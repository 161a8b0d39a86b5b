import type { ElementType, HTMLAttributes, ReactNode } from 'react';
import { cn } from './cn.ts';

type CardProps = HTMLAttributes<HTMLElement> & {
  /** `article` for things that stand alone, `section` with a heading, `div` otherwise. */
  as?: 'div' | 'section' | 'article' | 'li' | 'form';
  /** Full width on the phone, without side borders, as in the feed. */
  edgeToEdge?: boolean;
  padded?: boolean;
};

/** A sheet on the page: a line around it, no shadow. */
export function Card({ as = 'div', edgeToEdge = false, padded = true, className, ...rest }: CardProps) {
  const Element = as as ElementType;
  return (
    <Element
      {...rest}
      className={cn(
        'border-line bg-surface',
        edgeToEdge ? 'border-y md:rounded-lg md:border-x' : 'rounded-lg border',
        padded && 'p-4 md:p-5',
        className,
      )}
    />
  );
}

type RailCardProps = { title: ReactNode; id: string; action?: ReactNode; children: ReactNode };

/** A card of the right rail: a quiet heading and what belongs under it. */
export function RailCard({ title, id, action, children }: RailCardProps) {
  return (
    <Card as="section" aria-labelledby={id}>
      <div className="mb-2 flex items-center justify-between gap-2">
        <h2 id={id} className="text-meta font-semibold text-soft">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </Card>
  );
}
