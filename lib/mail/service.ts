import path from 'node:path';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { toBuffer } from 'qrcode';
import { createElement } from 'react';
import { render } from 'react-email';
import { orders } from '@/db/schema/orders';
import { config } from '@/lib/config';
import { type Context, inTenant } from '@/lib/context';
import { processWide } from '@/lib/process-wide';
import type { InvitationLetter } from '@/lib/staff/schema';
import { AlertMail } from './alert';
import { type AlertTelling, alertText, alertWording } from './alert-wording';
import { ConfirmationMail, qrCid } from './confirmation';
import { InvitationMail } from './invitation';
import { invitationText, invitationWording } from './invitation-wording';
import { plainText } from './plain-text';
import type { Confirmation } from './queries';
import type { Mail, SentMail } from './schema';
import { mailTransport } from './transport';
import { wordingOf } from './wording';

/**
 * Hands a mail to the server of `SMTP_URL`, or writes it as a file under `DATA_DIR/mail`.
 * @throws when it could not be handed over; the caller tries again with the same `messageId`.
 */
export function sendMail(mail: Mail): Promise<SentMail> {
  const transport = processWide('mail', () => {
    const { smtpUrl, dataDir, mailFrom } = config();
    return mailTransport({ smtpUrl, folder: path.join(dataDir, 'mail'), from: mailFrom });
  });
  return transport(mail);
}

/**
 * The confirmation of a paid order, in the buyer's language.
 * @param options.messageKey names the mail; the same key gives the same `messageId`
 */
export async function confirmationMail(
  order: Confirmation,
  options: { publicUrl: string; messageKey: string },
): Promise<Mail> {
  const wording = wordingOf(order, options.publicUrl);
  const host = new URL(options.publicUrl).hostname;
  return {
    to: { name: order.name, address: order.email },
    fromName: order.tenant.name,
    subject: wording.subject,
    html: await render(createElement(ConfirmationMail, { wording })),
    text: plainText(wording),
    messageId: `<${options.messageKey}.confirmation@${host}>`,
    attachments: await Promise.all(
      wording.tickets.map(async ({ code }) => ({
        filename: `${code}.png`,
        content: await toBuffer(code, { errorCorrectionLevel: 'M', margin: 4, width: 396 }),
        contentType: 'image/png',
        cid: qrCid(code),
      })),
    ),
  };
}

/**
 * An invitation to an organizer's team, in the language that the inviter chose.
 * @param options.messageKey names the mail; the same key gives the same `messageId`
 */
export async function invitationMail(
  letter: InvitationLetter,
  options: { publicUrl: string; messageKey: string },
): Promise<Mail> {
  const wording = invitationWording(letter, options.publicUrl);
  const host = new URL(options.publicUrl).hostname;
  return {
    to: { name: '', address: letter.email },
    fromName: letter.tenant.name,
    subject: wording.subject,
    html: await render(createElement(InvitationMail, { wording })),
    text: invitationText(wording),
    messageId: `<${options.messageKey}.invitation@${host}>`,
  };
}

/**
 * An alert to one of the team, in the house's own language.
 * @param options.messageKey as for `confirmationMail`
 */
export async function alertMail(
  telling: AlertTelling,
  options: { publicUrl: string; messageKey: string },
): Promise<Mail> {
  const wording = alertWording(telling, options.publicUrl);
  const host = new URL(options.publicUrl).hostname;
  return {
    to: { name: telling.reader.name, address: telling.reader.email },
    fromName: telling.reader.tenant.name,
    subject: wording.subject,
    html: await render(createElement(AlertMail, { wording })),
    text: alertText(wording),
    messageId: `<${options.messageKey}.alert@${host}>`,
  };
}

/** Writes down that the order's confirmation was handed over; the first time stands. */
export async function markConfirmed(ctx: Context, orderId: string): Promise<void> {
  await inTenant(ctx, ({ db, tenantId }) =>
    db
      .update(orders)
      .set({ confirmedAt: sql`clock_timestamp()` })
      .where(
        and(eq(orders.tenantId, tenantId), eq(orders.id, orderId), isNull(orders.confirmedAt)),
      ),
  );
}
