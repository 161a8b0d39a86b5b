import { useEffect, useRef, useState } from 'react';
import type { FileView } from '#server/domain/conversation/entry.view.ts';
import type { AttachedFile } from '#server/domain/feed/feed.view.ts';
import { FILE_BYTES, FILES_MOST } from '#server/domain/files/file-limits.schema.ts';
import { findUploads, keptAttachments } from './kept-attachments.ts';
import { forgetUpload, uploadFile } from './upload-file.ts';

/** A file beside a text that is being written: under way, refused, or uploaded. */
export type Attachment = {
  key: number;
  /** Once it is uploaded: what has one is sent. */
  id?: string;
  name: string;
  /** How much of it is sent, 0 to 1. */
  share: number;
  /** The key of what was wrong with it. */
  error?: string;
  file?: FileView;
  alt: string;
  credit: string;
  consent: boolean;
};

export type Attachments = {
  list: Attachment[];
  /** Something is still being sent. */
  busy: boolean;
  add: (files: Iterable<File>) => void;
  change: (key: number, words: Partial<Pick<Attachment, 'alt' | 'credit' | 'consent'>>) => void;
  remove: (key: number) => void;
  /** Brings back what `field` was, as far as it is there still. */
  restore: (field: string) => void;
  /** The text was sent, and they with it. */
  clear: () => void;
  /** What the form sends: the uploaded ones in their order, as JSON; empty for none. */
  field: string;
};

let lastKey = 0;

const NONE: readonly AttachedFile[] = [];

/**
 * The files beside a text that is being written. Each is sent as soon as it is chosen. `hanging` are those that hang on
 * it already: taken away, they are let go of only when the text is sent.
 */
export function useAttachments(hanging = NONE): Attachments {
  const [list, setList] = useState<Attachment[]>(() => hanging.map(asAttachment));
  const cancels = useRef(new Map<number, () => void>());
  useEffect(() => {
    const underWay = cancels.current;
    return () => {
      for (const cancel of underWay.values()) cancel();
    };
  }, []);
  const patch = (key: number, change: Partial<Attachment>) =>
    setList((known) => known.map((one) => (one.key === key ? { ...one, ...change } : one)));

  const add = (files: Iterable<File>) => {
    const room = FILES_MOST - list.filter((one) => !one.error).length;
    const chosen = [...files].map((file, index) => {
      const error = index >= room ? 'files.tooMany' : file.size > FILE_BYTES ? 'files.tooLarge' : undefined;
      const attachment: Attachment = {
        key: ++lastKey,
        name: file.name,
        share: 0,
        error,
        alt: '',
        credit: '',
        consent: false,
      };
      return { file, attachment };
    });
    setList((known) => [...known, ...chosen.map(({ attachment }) => attachment)]);
    for (const { file, attachment } of chosen) {
      if (attachment.error) continue;
      const { key } = attachment;
      const { done, cancel } = uploadFile(file, (share) => patch(key, { share }));
      cancels.current.set(key, cancel);
      done.then((answer) => {
        cancels.current.delete(key);
        patch(key, answer.file ? uploaded(answer.file) : { error: answer.error });
      });
    }
  };
  const remove = (key: number) => {
    cancels.current.get(key)?.();
    const gone = list.find((one) => one.key === key);
    if (gone?.id && !hanging.some((file) => file.id === gone.id)) forgetUpload(gone.id);
    setList((known) => known.filter((one) => one.key !== key));
  };
  const restore = async (field: string) => {
    const kept = keptAttachments(field).map((one) => ({ ...one, key: ++lastKey, share: 1 }));
    if (kept.length === 0) return;
    setList(kept);
    const found = await findUploads(kept.map(({ id }) => id));
    for (const { key, id } of kept) {
      const file = found?.find((one) => one.id === id);
      if (file) patch(key, uploaded(file));
      else if (found) patch(key, { id: undefined, error: 'files.gone' });
      // Nobody knows; it goes with the text, and the server says what is wrong with it, if anything is.
      else patch(key, { error: 'error.offlineText' });
    }
  };
  const sendable = list.flatMap(({ id, name, alt, credit, consent }) =>
    id ? [{ id, name, alt, credit, consent }] : [],
  );
  return {
    list,
    busy: list.some((one) => !one.file && !one.error),
    add,
    change: patch,
    remove,
    restore,
    clear: () => setList([]),
    field: sendable.length > 0 ? JSON.stringify(sendable) : '',
  };
}

function asAttachment(file: AttachedFile): Attachment {
  const { id, name, alt, credit, consent } = file;
  return { key: ++lastKey, id, name, share: 1, file, alt, credit, consent };
}

function uploaded(file: FileView): Partial<Attachment> {
  return { id: file.id, name: file.name, file, share: 1 };
}
