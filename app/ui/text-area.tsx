import { forwardRef, type Ref, type TextareaHTMLAttributes } from 'react';
import { cn } from './cn.ts';
import { CONTROL_STYLE } from './control-style.ts';

type TextAreaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  /** Without a border of its own, inside a card that has one. */
  plain?: boolean;
};

/** Several lines; grows with its text where the browser can (`field-sizing`). */
export const TextArea = forwardRef(function TextArea(
  { className, plain = false, rows = 3, ...rest }: TextAreaProps,
  ref: Ref<HTMLTextAreaElement>,
) {
  return (
    <textarea
      dir="auto"
      {...rest}
      ref={ref}
      rows={rows}
      className={cn(
        plain ? 'w-full resize-none rounded-md bg-transparent text-ink' : `${CONTROL_STYLE} resize-y py-2`,
        'block field-sizing-content max-h-[60vh]',
        rows >= 3 ? 'min-h-24' : rows === 2 ? 'min-h-16' : 'min-h-10',
        className,
      )}
    />
  );
});
