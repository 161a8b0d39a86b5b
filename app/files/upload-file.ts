import type { MessageKey } from '#app/messages/subjects.ts';
import type { UploadAnswer } from './upload.route.ts';

const FAILURES: Record<number, MessageKey> = {
  401: 'error.forbiddenTitle',
  403: 'error.forbiddenTitle',
  413: 'files.tooLarge',
  429: 'error.rateLimitedText',
  503: 'error.unavailableText',
};

type Upload = { done: Promise<UploadAnswer>; cancel: () => void };

/** Sends one file and tells how far it is, 0 to 1: `fetch` cannot say that of what it sends. */
export function uploadFile(file: File, onProgress: (share: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<UploadAnswer>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () =>
      resolve(request.response?.file || request.response?.error ? request.response : failed());
    request.onerror = () => resolve({ error: 'files.notSent' });
    request.onabort = () => resolve({ error: 'files.notSent' });
    const failed = () => ({ error: FAILURES[request.status] ?? 'files.notSent' });
  });
  const form = new FormData();
  form.set('file', file, file.name || 'image.png');
  request.responseType = 'json';
  request.open('POST', '/files');
  request.send(form);
  return { done, cancel: () => request.abort() };
}

/** Throws away what was uploaded and is not wanted after all; the nightly sweep finds what this could not. */
export function forgetUpload(id: string): void {
  const form = new FormData();
  form.set('intent', 'remove');
  form.set('id', id);
  fetch('/files', { method: 'POST', body: form }).catch(() => undefined);
}
