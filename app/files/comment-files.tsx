import { useEffect } from 'react';
import { AttachButton } from './attach-button.tsx';
import { ComposerFiles } from './composer-files.tsx';
import { useAttachments } from './use-attachments.ts';

/** What a comment takes along: the paperclip beside its text, and the files below both. */
export function CommentFiles({ onBusy }: { onBusy: (busy: boolean) => void }) {
  const attachments = useAttachments();
  useEffect(() => {
    onBusy(attachments.busy);
    return () => onBusy(false);
  }, [attachments.busy, onBusy]);
  return (
    <>
      <AttachButton onFiles={attachments.add} />
      <div className="order-last basis-full empty:hidden">
        <ComposerFiles attachments={attachments} />
      </div>
    </>
  );
}
