import { cva, type VariantProps } from 'class-variance-authority';
import type { ButtonHTMLAttributes, Ref } from 'react';
import { forwardRef } from 'react';
import { cn } from './cn.ts';

/** The look of a button, also for links that act like one. */
export const buttonStyle = cva(
  'inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-colors select-none disabled:opacity-55 aria-disabled:opacity-55',
  {
    variants: {
      look: {
        primary: 'bg-brand text-on-brand enabled:hover:bg-brand-hover [a]:hover:bg-brand-hover',
        plain: 'border border-line bg-surface text-ink enabled:hover:bg-sunk [a]:hover:bg-sunk',
        quiet: 'text-soft enabled:hover:bg-sunk enabled:hover:text-ink [a]:hover:bg-sunk [a]:hover:text-ink',
        danger: 'bg-bad text-on-bad enabled:hover:bg-bad-hover [a]:hover:bg-bad-hover',
      },
      size: {
        sm: 'h-8 px-2.5 text-meta [&_svg]:size-4',
        md: 'h-9 px-3.5 text-meta [&_svg]:size-4',
        lg: 'h-11 px-5 text-body [&_svg]:size-5',
      },
    },
    defaultVariants: { look: 'plain', size: 'md' },
  },
);

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  VariantProps<typeof buttonStyle> & {
    /** Work is under way: the button stays where it is, says so, and takes no second press. */
    busy?: boolean;
  };

export const Button = forwardRef(function Button(
  { look, size, busy = false, className, type = 'button', onClick, children, ...rest }: ButtonProps,
  ref: Ref<HTMLButtonElement>,
) {
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      // Not `disabled`: that would take the focus from whoever has pressed it by key.
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={cn(buttonStyle({ look, size }), className)}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
});

function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="size-4 animate-spin rounded-full border-2 border-current border-e-transparent"
    />
  );
}
