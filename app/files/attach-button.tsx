import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';

/** Chooses files to attach; several at once. */
export function AttachButton({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('conversation.attach')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again after it was removed.
          event.currentTarget.value = '';
        }}
      />
      <IconButton label={t('conversation.attach')} onClick={() => input.current?.click()}>
        <Paperclip aria-hidden="true" />
      </IconButton>
    </>
  );
}
