import { useEffect, useState } from 'react';
import { isTyping } from '#app/shell/is-typing.ts';
import { onUse } from '#app/shell/on-use.tsx';

const ShortcutList = onUse(() => import('./shortcut-list.tsx').then((file) => file.ShortcutList));

/** The list of keys, opened by `?`. */
export function ShortcutHelp() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '?' || isTyping(event) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return open && <ShortcutList onClose={() => setOpen(false)} />;
}
