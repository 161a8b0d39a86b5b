import { AwsClient } from 'aws4fetch';
import type { Config } from '#server/platform/config/config.ts';
import type { FileStore } from './file-store.ts';

/** Files in any S3 store, in one bucket that exists already. Requests are signed (Signature Version 4) by aws4fetch. */
export function createS3FileStore(s3: NonNullable<Config['s3']>): FileStore {
  const { accessKeyId, secretAccessKey, region, endpoint, bucket } = s3;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
  const address = (key: string) => `${endpoint.replace(/\/+$/, '')}/${bucket}/${encodeURIComponent(key)}`;
  const ask = async (key: string, init: RequestInit): Promise<Response | null> => {
    const answer = await client.fetch(address(key), init);
    if (answer.ok) return answer;
    await answer.body?.cancel();
    if (answer.status === 404) return null;
    throw new Error(`The S3 store answered ${answer.status} to ${init.method} ${key}.`);
  };
  return {
    async put(key, bytes, mediaType) {
      const headers = { 'content-type': mediaType };
      const kept = await ask(key, { method: 'PUT', headers, body: Buffer.from(bytes) });
      if (!kept) throw new Error(`The S3 store has no bucket "${bucket}".`);
    },
    async get(key) {
      const answer = await ask(key, { method: 'GET' });
      return answer && new Uint8Array(await answer.arrayBuffer());
    },
    async remove(key) {
      const answer = await ask(key, { method: 'DELETE' });
      await answer?.body?.cancel();
    },
  };
}
