import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { forwardRef } from 'react';
import { cn } from './cn.ts';

const SIZES = { sm: 'icon-button-sm', md: 'icon-button', lg: 'icon-button-lg' } as const;

type Size = { size?: keyof typeof SIZES };

/** The look of an icon button, also for links and triggers that act like one. */
export function iconButtonStyle({ size = 'md' }: Size = {}): string {
  return SIZES[size];
}

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> &
  Size & {
    /** The button's name: read aloud, and shown on hover. */
    label: string;
    children: ReactNode;
  };

/** A button that is only a picture; its name is required. */
export const IconButton = forwardRef(function IconButton(
  { label, size, className, type = 'button', children, ...rest }: IconButtonProps,
  ref: Ref<HTMLButtonElement>,
) {
  return (
    <button
      title={label}
      {...rest}
      ref={ref}
      type={type}
      aria-label={label}
      className={cn(iconButtonStyle({ size }), className)}
    >
      {children}
    </button>
  );
});
