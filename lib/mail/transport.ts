import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type { Mail, SentMail } from './schema';

export type MailSettings = {
  /** null: mail goes to files. */
  smtpUrl: string | null;
  /** Folder of the file mailbox. */
  folder: string;
  /** Address that mail is from. */
  from: string;
};

export type Transport = (mail: Mail) => Promise<SentMail>;

/** One mail may take this long in all, and each wait for the server this long. */
const sendMsMax = 40_000;
const waitMsMax = 10_000;

/** A way to send mail: through the SMTP server if there is one, else into files. */
export function mailTransport(settings: MailSettings): Transport {
  return settings.smtpUrl
    ? smtpTransport(settings.smtpUrl, settings.from)
    : fileTransport(settings.folder, settings.from);
}

function smtpTransport(url: string, from: string): Transport {
  return async (mail) => {
    const smtp = createTransport({
      url,
      connectionTimeout: waitMsMax,
      greetingTimeout: waitMsMax,
      dnsTimeout: waitMsMax,
      socketTimeout: waitMsMax,
    });
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the mail server took too long')), sendMsMax);
    });
    try {
      await Promise.race([smtp.sendMail(message(mail, from)), tooLong]);
      return { messageId: mail.messageId };
    } finally {
      clearTimeout(timer);
      smtp.close();
    }
  };
}

/** Each mail a file of its own, which appears whole or not at all and which only its owner reads. */
function fileTransport(folder: string, from: string): Transport {
  const written = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return async (mail) => {
    const { message: source } = await written.sendMail(message(mail, from));
    const id = mail.messageId.replace(/[^\w.@-]/g, '');
    const name = `${new Date().toISOString().replaceAll(':', '-')}-${id}.eml`;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const unfinished = path.join(folder, `.${randomBytes(8).toString('hex')}.part`);
    try {
      const file = await open(unfinished, 'wx', 0o600);
      try {
        await file.writeFile(source as Buffer);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, path.join(folder, name));
    } finally {
      await rm(unfinished, { force: true });
    }
    return { messageId: mail.messageId };
  };
}

function message(mail: Mail, from: string) {
  return {
    from: { name: mail.fromName, address: from },
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    attachments: (mail.attachments ?? []).map((file) => ({
      ...file,
      contentDisposition: file.cid ? ('inline' as const) : ('attachment' as const),
    })),
    // RFC 3834: out-of-office programs do not answer it.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
