import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { RequestHandler } from 'express';

type Found = {
  file: string;
  size: number;
  etag: string;
  type: string;
  br: Variant | null;
  gzip: Variant | null;
};
type Variant = { file: string; size: number };

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * Serves the built client from an index made once at start: only what was built can be asked for. Files under
 * /assets/ carry a hash in their name and are kept for a year; compressed copies made at build time are sent as they
 * are.
 */
export function staticFiles(folder: string): RequestHandler {
  const index = indexFolder(folder);
  return (req, res, next) => {
    const found = req.method === 'GET' || req.method === 'HEAD' ? index.get(req.path) : undefined;
    if (!found) {
      // A chunk of an older build: a plain 404, not a whole page that says so.
      if (req.path.startsWith('/assets/')) res.status(404).type('text/plain').send('Not found.');
      else next();
      return;
    }
    res.setHeader('Content-Type', found.type);
    res.setHeader('ETag', found.etag);
    res.setHeader('Vary', 'Accept-Encoding');
    const immutable = req.path.startsWith('/assets/');
    res.setHeader(
      'Cache-Control',
      immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    );
    if (req.headers['if-none-match'] === found.etag) {
      res.status(304).end();
      return;
    }
    const accepted = String(req.headers['accept-encoding'] ?? '');
    const encoding =
      found.br && /\bbr\b/.test(accepted) ? 'br' : found.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : null;
    const variant = (encoding && found[encoding]) || found;
    if (encoding) res.setHeader('Content-Encoding', encoding);
    res.setHeader('Content-Length', variant.size);
    if (req.method === 'HEAD') res.end();
    else createReadStream(variant.file).on('error', next).pipe(res);
  };
}

function indexFolder(folder: string): Map<string, Found> {
  const index = new Map<string, Found>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.(br|gz)$/.test(entry.name) || entry.name.startsWith('.')) continue;
    const file = path.join(entry.parentPath, entry.name);
    const address = `/${path.relative(folder, file).split(path.sep).join('/')}`;
    index.set(address, {
      file,
      size: statSync(file).size,
      etag: `"${createHash('sha256').update(readFileSync(file)).digest('base64url').slice(0, 22)}"`,
      type: TYPES[path.extname(file)] ?? 'application/octet-stream',
      br: variant(`${file}.br`),
      gzip: variant(`${file}.gz`),
    });
  }
  return index;
}

function variant(file: string): Variant | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? { file, size: found.size } : null;
}
