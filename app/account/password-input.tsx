import { Eye, EyeOff } from 'lucide-react';
import { forwardRef, type InputHTMLAttributes, type Ref, useState } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import { TextInput } from '#app/ui/text-input.tsx';

/** A password that can be looked at: nobody should have to guess what they typed with gloves on. */
export const PasswordInput = forwardRef(function PasswordInput(
  { className, ...rest }: Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>,
  ref: Ref<HTMLInputElement>,
) {
  const t = useT();
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <span className="relative block">
      <TextInput
        {...rest}
        ref={ref}
        type={shown ? 'text' : 'password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        className={cn('pe-11', className)}
      />
      <button
        type="button"
        aria-pressed={shown}
        aria-controls={rest.id}
        title={t(shown ? 'account.hidePassword' : 'account.showPassword')}
        onClick={() => setShown(!shown)}
        className="absolute end-1 top-1/2 grid size-8 -translate-y-1/2 place-items-center rounded-md text-muted hover:bg-sunk hover:text-ink"
      >
        <Icon aria-hidden="true" className="size-4" />
        <span className="sr-only">{t(shown ? 'account.hidePassword' : 'account.showPassword')}</span>
      </button>
    </span>
  );
});
