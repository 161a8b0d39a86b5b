import { forwardRef, type InputHTMLAttributes, type Ref } from 'react';
import { cn } from './cn.ts';
import { CONTROL_STYLE } from './control-style.ts';

/** A line of text: also e-mail, date, number, password, search. */
export const TextInput = forwardRef(function TextInput(
  { className, type = 'text', ...rest }: InputHTMLAttributes<HTMLInputElement>,
  ref: Ref<HTMLInputElement>,
) {
  return (
    <input dir="auto" {...rest} ref={ref} type={type} className={cn(CONTROL_STYLE, 'h-10', className)} />
  );
});
