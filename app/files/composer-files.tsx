import {
  type ClipboardEvent,
  type ComponentType,
  type DragEvent,
  Suspense,
  useEffect,
  useState,
} from 'react';
import type { Attachments } from './use-attachments.ts';

type ListComponent = ComponentType<{ attachments: Attachments }>;

/** The attached files below a text; their code comes with the first of them. */
export function ComposerFiles({ attachments }: { attachments: Attachments }) {
  const [List, setList] = useState<ListComponent>();
  const some = attachments.list.length > 0;
  useEffect(() => {
    if (some && !List) import('./attachment-list.tsx').then((module) => setList(() => module.AttachmentList));
  }, [some, List]);
  return (
    <>
      <input type="hidden" name="attachments" value={attachments.field} />
      {/* Its words may be on their way still. */}
      {some && List && (
        <Suspense fallback={null}>
          <List attachments={attachments} />
        </Suspense>
      )}
    </>
  );
}

/** For a form that takes files by dropping and pasting, too. */
export function dropTarget({ add }: Pick<Attachments, 'add'>) {
  return {
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes('Files')) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      add(event.dataTransfer.files);
    },
    onPaste: (event: ClipboardEvent) => {
      if (event.clipboardData.files.length === 0) return;
      event.preventDefault();
      add(event.clipboardData.files);
    },
  };
}
