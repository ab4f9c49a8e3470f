import type { ReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staticFiles } from './static-files.mjs';

let folder: string;
let server: Server;
/** The file that is being sent, or was the last. */
let sending: ReadStream | undefined;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'static-'));
  await writeFile(path.join(folder, 'page.js'), 'let page;');
  await writeFile(path.join(folder, 'large.js'), 'x'.repeat(16 * 1024 * 1024));
  await writeFile(path.join(folder, 'old.js'), 'let old;');
  const files = await staticFiles(folder);
  server = createServer((asked, answer) => {
    answer.once('pipe', (file: ReadStream) => {
      sending = file;
    });
    files(asked, answer, () => answer.writeHead(418).end(asked.url));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

function ask(name: string, options: object = {}): Promise<IncomingMessage> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: `/_next/static/${name}`, ...options }, resolve)
      .once('error', reject)
      .end();
  });
}
async function textOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of answer.setEncoding('utf8')) text += part;
  return text;
}

describe('a file of the build', () => {
  test('is sent whole, whatever part of it is asked for', async () => {
    for (const range of ['bytes=5-2', 'bytes=0-2', 'bytes=-1', 'lines=9-1']) {
      const answer = await ask('page.js', { headers: { range } });
      expect([answer.statusCode, await textOf(answer)]).toEqual([200, 'let page;']);
    }
  });

  test('is closed when its reader goes away in the middle', async () => {
    const answer = await ask('large.js');
    expect(sending?.closed).toBe(false);
    answer.destroy();
    await expect.poll(() => sending?.closed).toBe(true);
  });

  test('that a newer build has taken away costs its reader the answer, and nobody else', async () => {
    await rm(path.join(folder, 'old.js'));
    await expect(ask('old.js').then(textOf)).rejects.toThrow();
    expect((await ask('page.js')).statusCode).toBe(200);
  });

  test('is only read: other methods, and other files, are left to the rest of the server', async () => {
    const posted = await ask('page.js', { method: 'POST' });
    expect([posted.statusCode, await textOf(posted)]).toEqual([418, '/_next/static/page.js']);
    expect((await ask('../../package.json')).statusCode).toBe(418);
    const head = await ask('page.js', { method: 'HEAD' });
    expect([head.statusCode, await textOf(head)]).toEqual([200, '']);
  });
});
