import { describe, expect, it } from 'vitest';
import { confirmationMail } from './service';
import { item, order, ticket } from './testing/letters';

const options = { publicUrl: 'https://butaca.example', messageKey: 'event-1' };
const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the confirmation', () => {
  it('in Spanish says what was bought, when, where, and the way to it', async () => {
    const mail = await confirmationMail(order, options);
    expect(mail.subject).toBe('Tus entradas para La verbena <de> la Paloma');
    expect(spaces(mail.text)).toBe(`Nos vemos en La verbena <de> la Paloma

Hola, Ana <b>Núñez</b>:
La compra está hecha y las entradas son tuyas. Enséñalas en la puerta desde el móvil o en papel.

Ver mi pedido:
https://butaca.example/es/orders/0198aaaa-0000-7000-8000-000000000001?key=key%2B%2F%3D

Pedido B-7K3F9QX2

La verbena <de> la Paloma
viernes, 12 de marzo de 2027, 20:30
Teatro Lírico, Calle Mayor 1, Madrid
- Platea · fila 7, butaca 12: 45 €
- Pista · sin asiento asignado (2 × 18,75 €): 37,50 €

Total: 82,50 €

Tus entradas
- Platea · fila 7, butaca 12: AAAA1111
- Pista · sin asiento asignado: BBBB2222
- Pista · sin asiento asignado: CCCC3333

Esta dirección y los códigos abren tu pedido y la puerta sin contraseña: compártelos solo con quien venga contigo.

Te escribe Butaca en nombre de Teatro Lírico porque has comprado estas entradas.
`);
  });

  it('in English, of one ticket, says so', async () => {
    const one = { ...order, locale: 'en' as const, items: [item], tickets: [order.tickets[0]!] };
    const mail = await confirmationMail(one, options);
    expect(mail.subject).toBe('Your tickets for La verbena <de> la Paloma');
    expect(mail.html).toContain('lang="en"');
    expect(spaces(mail.text)).toContain('Friday 12 March 2027, 20:30');
    expect(mail.text).toContain('the ticket is yours');
    expect(mail.text).toContain('/en/orders/');
  });

  it('bears the organizer’s logo where there is one', async () => {
    const address = 'https://butaca.example/api/tenants/teatro-lirico/logo';
    expect((await confirmationMail(order, options)).html).not.toContain(address);
    const tenant = { ...order.tenant, logoHash: '0123456789abcdef' };
    const { html } = await confirmationMail({ ...order, tenant }, options);
    expect(html).toContain(`src="${address}?v=0123456789abcdef"`);
  });

  it('of several events names the order, and the event on each ticket', async () => {
    const other = { ...item, id: '3', eventId: 'e2', eventName: 'Carmen' };
    const tickets = [...order.tickets, { ...ticket, eventName: 'Carmen', code: 'DDDD4444' }];
    const mail = await confirmationMail({ ...order, items: [item, other], tickets }, options);
    expect(mail.subject).toBe('Tus entradas · pedido B-7K3F9QX2');
    expect(mail.text).toContain('- Carmen, Platea · fila 7, butaca 12: DDDD4444');
  });

  it('says in HTML what it says in text, and lets no name become markup', async () => {
    const { html } = await confirmationMail(order, options);
    const words = html.replace(/<!--[\s\S]*?-->/g, '');
    for (const said of ['B-7K3F9QX2', 'fila 7, butaca 12', 'AAAA1111', 'BBBB2222', 'CCCC3333']) {
      expect(words).toContain(said);
    }
    expect(html).not.toContain('<b>Núñez');
    expect(html).not.toContain('<de>');
  });

  it('carries a QR code of each ticket, which its picture points to', async () => {
    const { html, attachments } = await confirmationMail(order, options);
    expect(attachments).toHaveLength(3);
    for (const { cid, content, contentType } of attachments!) {
      expect(html).toContain(`src="cid:${cid}"`);
      expect(contentType).toBe('image/png');
      expect(content.subarray(1, 4).toString()).toBe('PNG');
    }
    expect(html.match(/<img/g)).toHaveLength(3);
    expect(html).toContain('alt="Código QR de la entrada AAAA1111"');
  });

  it('has the same message id each time, so that a second sending is known', async () => {
    const ids = [await confirmationMail(order, options), await confirmationMail(order, options)];
    expect(ids.map(({ messageId }) => messageId)).toEqual([
      '<event-1.confirmation@butaca.example>',
      '<event-1.confirmation@butaca.example>',
    ]);
  });
});
