import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { RunningApp } from './app';

/** Every mail that the app wrote into files, as it was written. */
function mails({ dataDir }: RunningApp): string[] {
  const folder = path.join(dataDir, 'mail');
  try {
    const files = readdirSync(folder).filter((file) => file.endsWith('.eml'));
    return files.sort().map((file) => readFileSync(path.join(folder, file), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Waits for as many mails to the address; the newest, with its lines as they were meant. */
export async function newestMail(app: RunningApp, to: string, count = 1): Promise<string> {
  const theirs = () => mails(app).filter((mail) => mail.includes(`To: ${to}`));
  await expect.poll(() => theirs().length).toBe(count);
  const mail = theirs().at(-1) as string;
  // RFC 2045: a line that ends in `=` goes on in the next.
  return mail.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
}
