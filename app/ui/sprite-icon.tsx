import type { ReactElement, SVGProps } from 'react';
import { cn } from './cn.ts';

/** An icon in the place of lucide's own, which points into the picture file of all (server/commands/steps/icon-sprite.ts). */
export function spriteIcon(sprite: string, name: string) {
  const href = `${sprite}#${name}`;
  return (props: SVGProps<SVGSVGElement>) => pointer(href, props);
}

function pointer(href: string, { className, ...rest }: SVGProps<SVGSVGElement>): ReactElement {
  return (
    <svg aria-hidden="true" {...rest} className={cn('lucide', className)}>
      <use href={href} />
    </svg>
  );
}
