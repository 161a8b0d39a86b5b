import type { Page } from 'playwright-core';
import { online } from './browser.ts';

/** Writes into the composer of the feed as somebody at a keyboard does, once the editor is there. */
export async function writePost(page: Page, text: string): Promise<void> {
  await online(page);
  await page
    .locator('#composer textarea[name="text"], #composer .ProseMirror')
    .filter({ visible: true })
    .click();
  await page.locator('#composer .ProseMirror').fill(text);
}

/** What the composer would send. */
export const written = (page: Page) => page.locator('#composer textarea[name="text"]').inputValue();
