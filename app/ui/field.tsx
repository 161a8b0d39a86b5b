import { cloneElement, isValidElement, type ReactElement, type ReactNode, useId } from 'react';
import { cn } from './cn.ts';
import { FieldError } from './field-error.tsx';

type ControlProps = {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean | 'true' | 'false';
  required?: boolean;
};

type FieldProps = {
  label: ReactNode;
  /** What helps to fill it in; stays visible while typing. */
  hint?: ReactNode;
  /** What is wrong, in words; tied to the control for screen readers. */
  error?: ReactNode;
  /** Shown after the label, such as "optional". */
  note?: ReactNode;
  /** The label is read but not seen: only where the place makes it plain. */
  labelHidden?: boolean;
  /** One control: TextInput, TextArea, Select or another that takes id and aria-describedby. */
  children: ReactElement<ControlProps>;
  className?: string;
};

/** Label, control, hint and error, tied together. */
export function Field({ label, hint, error, note, labelHidden = false, children, className }: FieldProps) {
  const ownId = useId();
  const id = (isValidElement(children) && children.props.id) || ownId;
  const describedBy = [children.props['aria-describedby'], hint && `${id}-hint`, error && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={cn('flex flex-col gap-1', className)}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'text-meta font-medium text-ink'}>
        {label}
        {note && <span className="font-normal text-muted"> · {note}</span>}
      </label>
      {cloneElement(children, {
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {hint && (
        <p id={`${id}-hint`} className="text-meta text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
