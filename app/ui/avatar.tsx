import type { CSSProperties } from 'react';
import { cn } from './cn.ts';
import { initials } from './initials.ts';
import { personHue } from './person-hue.ts';

const SIZES = {
  xs: 'size-5 text-[0.5rem]',
  sm: 'size-7 text-[0.625rem]',
  md: 'size-9 text-[0.75rem]',
  lg: 'size-10 text-[0.8125rem]',
  xl: 'size-14 text-[1.125rem]',
  '2xl': 'size-23 text-[1.875rem]',
} as const;

type AvatarProps = {
  name: string;
  /** Gives the pastel: the same person has the same one everywhere. */
  personId: string;
  /** Where their photo is, if they show one. */
  photoUrl?: string | null;
  /** The reader's own face: seen by those, too, who see nobody else's. */
  own?: boolean;
  size?: keyof typeof SIZES;
  className?: string;
};

/** What to ask for so that it is sharp where one dot of the page is two or three of the screen: WIDTHS in prepare-face.ts. */
const KEPT_WIDTHS = { xs: 96, sm: 96, md: 96, lg: 96, xl: 192, '2xl': 384 } as const;

/**
 * Initials on a person's own pastel, and their face above them: where that is on its way, or does not come, the initials are
 * there. Decoration: the name stands beside it in text.
 */
export function Avatar({ name, personId, photoUrl, own, size = 'md', className }: AvatarProps) {
  const style = { '--avatar': personHue(personId) } as CSSProperties;
  const address = photoUrl && `${photoUrl}?w=${KEPT_WIDTHS[size]}`;
  return (
    <span aria-hidden="true" style={style} className={cn('avatar-face', SIZES[size], className)}>
      {initials(name)}
      {address && (
        <picture>
          <source type="image/avif" srcSet={`${address}&as=avif`} />
          <img src={address} alt="" loading="lazy" decoding="async" className={own ? 'own' : undefined} />
        </picture>
      )}
    </span>
  );
}
