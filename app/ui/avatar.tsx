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
  photoUrl?: string | null;
  size?: keyof typeof SIZES;
  className?: string;
};

/** A person's face, or initials on their own pastel. Decoration: the name stands beside it in text. */
export function Avatar({ name, personId, photoUrl, size = 'md', className }: AvatarProps) {
  const style = { '--avatar': personHue(personId) } as CSSProperties;
  return (
    <span aria-hidden="true" style={style} className={cn('avatar-face', SIZES[size], className)}>
      {photoUrl ? (
        <img src={photoUrl} alt="" loading="lazy" decoding="async" className="size-full object-cover" />
      ) : (
        initials(name)
      )}
    </span>
  );
}
