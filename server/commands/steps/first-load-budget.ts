import { gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';
import { BEGINNINGS } from './browser-chunks.ts';

/** How much script a cold feed may wait for, in bytes as gzip sends them (docs/decisions/light-browser-code.md). */
const BUDGET = 130_000;

/** Fails the build when the scripts that a cold feed waits for, its words among them, grow past their budget. */
export function firstLoadBudget(): Plugin {
  return {
    name: 'flurfunk-first-load-budget',
    generateBundle(_options, bundle) {
      if (this.environment.config.consumer !== 'client') return;
      const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
      const excess = overBudget(firstLoad(chunks), BUDGET);
      if (excess) this.error(excess);
    },
  };
}

type Chunk = Pick<Rollup.OutputChunk, 'fileName' | 'facadeModuleId' | 'imports' | 'code'>;

/** The chunks that are there before the feed can be used, with the words of the most talkative locale. */
export function firstLoad(chunks: Chunk[]): Chunk[] {
  const pageOf = (chunk: Chunk) => chunk.facadeModuleId?.split('?')[0] ?? '';
  const reached = new Set(chunks.filter((chunk) => BEGINNINGS.test(pageOf(chunk))));
  // A set that grows while it is walked: each chunk brings those that it imports.
  for (const { imports } of reached)
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) reached.add(chunk);
  const words = chunks.filter((chunk) => /words-[\w-]+-core/.test(chunk.fileName));
  return [...reached, ...bySize(words).slice(0, 1)];
}

/** A sentence about too much script, largest file first; nothing where it keeps within the budget. */
export function overBudget(chunks: Chunk[], budget: number): string | undefined {
  const total = chunks.reduce((sum, chunk) => sum + sizeOf(chunk), 0);
  if (total <= budget) return undefined;
  const files = bySize(chunks).map((chunk) => `${chunk.fileName} ${inKilobytes(sizeOf(chunk))}`);
  return (
    `The feed would wait for ${inKilobytes(total)} of script; ${inKilobytes(budget)} is its budget. ` +
    `What is needed only after a press can come later (app/shell/on-use.tsx). Largest first: ${files.join(', ')}.`
  );
}

const sizeOf = ({ code }: Chunk) => gzipSync(code).length;
const bySize = (chunks: Chunk[]) => [...chunks].sort((one, other) => sizeOf(other) - sizeOf(one));
const inKilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
