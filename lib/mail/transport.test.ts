import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Mail } from './schema';
import { mailTransport } from './transport';

const mail: Mail = {
  to: { name: 'Ana "la" Núñez\r\nBcc: all@example.com', address: 'ana@example.com' },
  fromName: 'Teatro Lírico',
  subject: 'Tus entradas · ñ',
  html: '<p>Hola, Ana</p><img src="cid:a@tickets">',
  text: 'Hola, Ana',
  messageId: '<0198-aa.confirmation@butaca.example>',
  attachments: [
    { filename: 'A.png', content: Buffer.from('png'), contentType: 'image/png', cid: 'a@tickets' },
  ],
};
const from = 'no-reply@butaca.example';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

type Received = { from: string; to: string[]; source: string };

/** A mail server that takes everything, or refuses each mail with `refusal`. */
async function smtpServer(refusal?: Error) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, session, done) {
      let source = '';
      for await (const part of stream) source += part;
      if (refusal) return done(refusal);
      const { mailFrom, rcptTo } = session.envelope;
      received.push({
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map(({ address }) => address),
        source,
      });
      done();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(() => new Promise<void>((resolve) => server.close(resolve)));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, received };
}

async function mailbox() {
  const folder = await mkdtemp(path.join(tmpdir(), 'mailbox-'));
  endings.push(() => rm(folder, { recursive: true }));
  return path.join(folder, 'mail');
}

describe('mail with SMTP_URL', () => {
  const send = (smtpUrl: string) => mailTransport({ smtpUrl, folder: '/nowhere', from })(mail);

  it('reaches the server whole, and only whom it is for', async () => {
    const { url, received } = await smtpServer();
    expect(await send(url)).toEqual({ messageId: mail.messageId });
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ from, to: ['ana@example.com'] });
    const { source } = received[0]!;
    expect(source).toContain(`Message-ID: ${mail.messageId}`);
    expect(source).toContain('Content-ID: <a@tickets>');
    expect(source).toContain('Auto-Submitted: auto-generated');
    expect(source).not.toMatch(/^Bcc:/m);
  });

  it('fails when the server refuses it, so that it is tried again', async () => {
    const { url } = await smtpServer(Object.assign(new Error('busy'), { responseCode: 451 }));
    await expect(send(url)).rejects.toThrow(/busy/);
  });

  it('fails when there is no server', async () => {
    await expect(send('smtp://127.0.0.1:1')).rejects.toThrow();
  });

  it('fails in bounded time when the server says nothing', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    endings.push(() => silent.close());
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    endings.push(() => vi.useRealTimers());
    const sending = send(`smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`);
    const failed = expect(sending).rejects.toThrow(/time|long/i);
    await vi.advanceTimersByTimeAsync(60_000);
    await failed;
  });
});

describe('mail without SMTP_URL', () => {
  it('is a file that appears whole and that only its owner reads', async () => {
    const folder = await mailbox();
    await mailTransport({ smtpUrl: null, folder, from })(mail);
    const files = await readdir(folder);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatch(/^\d{4}-.*-0198-aa\.confirmation@butaca\.example\.eml$/);
    const file = path.join(folder, files[0]!);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const source = await readFile(file, 'utf8');
    expect(source).toContain(`Message-ID: ${mail.messageId}\r\n`);
    expect(source).toMatch(/^From: =\?UTF-8\?.* <no-reply@butaca\.example>\r$/m);
  });

  it('leaves its folder whatever a message is called', async () => {
    const folder = await mailbox();
    await mailTransport({ smtpUrl: null, folder, from })({ ...mail, messageId: '<../../x@y>' });
    expect(await readdir(folder)).toEqual([expect.stringMatching(/-\.{4}x@y\.eml$/)]);
  });

  it('fails when the folder cannot be written, and leaves nothing behind', async () => {
    const send = mailTransport({ smtpUrl: null, folder: '/dev/null/mail', from })(mail);
    await expect(send).rejects.toThrow();
  });
});
