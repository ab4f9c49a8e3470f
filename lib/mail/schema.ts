/** A file that travels with a mail. With `cid` it is shown in the text, at `src="cid:…"`. */
export type MailAttachment = {
  filename: string;
  content: Buffer;
  contentType: string;
  cid?: string;
};

export type Mail = {
  to: { name: string; address: string };
  /** Whom the mail is from, in people's words; the address is the installation's. */
  fromName: string;
  subject: string;
  html: string;
  text: string;
  /** `<…@…>`; the same whenever the same mail is sent again, so that a second is recognized. */
  messageId: string;
  attachments?: MailAttachment[];
};

export type SentMail = { messageId: string };
