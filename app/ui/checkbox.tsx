import { forwardRef, type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react';
import { cn } from './cn.ts';

type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  label: ReactNode;
  hint?: ReactNode;
  /** `radio` looks the same and belongs to a group by its name. */
  kind?: 'checkbox' | 'radio';
};

/** A box with its label as one target. */
export const Checkbox = forwardRef(function Checkbox(
  { label, hint, kind = 'checkbox', className, ...rest }: CheckboxProps,
  ref: Ref<HTMLInputElement>,
) {
  const id = useId();
  return (
    <div className={cn('flex gap-2.5', className)}>
      <input
        aria-describedby={hint ? `${id}-hint` : undefined}
        id={id}
        {...rest}
        ref={ref}
        type={kind}
        className="mt-0.5 size-5 shrink-0 accent-brand"
      />
      <div className="min-w-0">
        <label htmlFor={rest.id ?? id} className="block min-h-6">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-meta text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
});
