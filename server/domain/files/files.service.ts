import { type Actor, systemActor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { drawDueAvifs } from './draw-due-avifs.ts';
import type { PhotoInput } from './photo.schema.ts';
import { readFile, type Variant } from './read-file.ts';
import { removePhoto } from './remove-photo.ts';
import { removeUpload } from './remove-upload.ts';
import type { Upload } from './screen-upload.ts';
import { setPhoto } from './set-photo.ts';
import { storeUpload } from './store-upload.ts';
import { sweepFiles } from './sweep-files.ts';
import { waitingUploads } from './uploads.queries.ts';

/** Pictures and files that hang on what people write, and the photos they show. */
export function createFilesService(parts: Parts) {
  return {
    store: (actor: Actor, upload: Upload) => storeUpload(parts, actor, upload),
    read: (actor: Actor, fileId: string, width: number | null, as: Variant['as'] = 'webp') =>
      readFile(parts, actor, fileId, { width, as }),
    waiting: (actor: Actor, fileIds: readonly string[]) => waitingUploads(parts.db, actor, fileIds),
    remove: (actor: Actor, fileId: string) => removeUpload(parts, actor, fileId),
    setPhoto: (actor: Actor, personId: string, upload: Upload, input: PhotoInput) =>
      setPhoto(parts, actor, personId, upload, input),
    removePhoto: (actor: Actor, personId: string) => removePhoto(parts, actor, personId),
    /** Whoever leaves takes their photo along. */
    registerListeners(): void {
      parts.events.listen('files.photo', ['person.ended'], ({ personId }) =>
        removePhoto(parts, systemActor, personId),
      );
    },
    registerJobs(): void {
      parts.jobs.schedule('files.avif', '* * * * *', async () => void (await drawDueAvifs(parts)));
      parts.jobs.schedule('files.sweep', '23 * * * *', async () => void (await sweepFiles(parts)));
    },
  };
}
