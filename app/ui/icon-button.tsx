import { cva, type VariantProps } from 'class-variance-authority';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { forwardRef } from 'react';
import { cn } from './cn.ts';

export const iconButtonStyle = cva(
  'relative inline-grid shrink-0 place-items-center rounded-md text-soft transition-colors enabled:hover:bg-sunk enabled:hover:text-ink [a]:hover:bg-sunk [a]:hover:text-ink aria-pressed:bg-brand-soft aria-pressed:text-brand-ink disabled:opacity-55',
  {
    variants: {
      size: {
        sm: 'size-7 [&>svg]:size-4',
        md: 'size-9 [&>svg]:size-[1.125rem]',
        lg: 'size-11 [&>svg]:size-5',
      },
    },
    defaultVariants: { size: 'md' },
  },
);

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> &
  VariantProps<typeof iconButtonStyle> & {
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
