import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Locale } from './locale.ts';
import type { CompiledMessage } from './registry.ts';

/** Flat texts of one locale, `subject.key` → ICU source. */
export type Texts = Record<string, string>;

/** Reads every `<subject>.json` of a folder; a missing folder has no texts. */
export function readFolder(folder: string): Texts {
  const texts: Texts = {};
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue;
    const subject = file.slice(0, -'.json'.length);
    const entries: Texts = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    for (const [key, text] of Object.entries(entries)) texts[`${subject}.${key}`] = text;
  }
  return texts;
}

/** The texts a locale shows: Sie is laid over du. */
export function readLocale(root: string, locale: Locale): Texts {
  if (locale !== 'de-sie') return readFolder(join(root, locale));
  return { ...readFolder(join(root, 'de')), ...readFolder(join(root, 'de-sie')) };
}

/** Compiles ICU to Lingui's arrays, so that no parser is shipped; plain texts stay plain strings. */
export function compileTexts(texts: Texts): Record<string, CompiledMessage> {
  const compiled: Record<string, CompiledMessage> = {};
  for (const [key, text] of Object.entries(texts)) {
    const tokens = parseOrName(key, text);
    const only = tokens.length === 1 ? tokens[0] : undefined;
    compiled[key] = typeof only === 'string' ? only : (tokens as CompiledMessage);
  }
  return compiled;
}

function parseOrName(key: string, text: string): ReturnType<typeof compileMessageOrThrow> {
  try {
    return compileMessageOrThrow(text);
  } catch (error) {
    throw new Error(`Message ${key} is not valid ICU: ${(error as Error).message}\n  ${text}`);
  }
}
