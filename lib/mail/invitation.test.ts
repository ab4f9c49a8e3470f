import { describe, expect, it } from 'vitest';
import { invitationMail } from './service';
import { letter } from './testing/letters';

const options = { publicUrl: 'https://butaca.example', messageKey: 'event-1' };

describe('the mail of an invitation', () => {
  it('in Spanish says who asks, to which house, in what role, until when, and the way in', async () => {
    const mail = await invitationMail(letter, options);
    expect(mail.to).toEqual({ name: '', address: 'luis@example.org' });
    expect(mail.fromName).toBe('Teatro Lírico');
    expect(mail.subject).toBe('Beatriz <b>Lozano</b> te invita a Teatro Lírico');
    expect(mail.text).toBe(`Te esperan entre bastidores de Teatro Lírico

Beatriz <b>Lozano</b> quiere que formes parte del equipo de Teatro Lírico, con el papel de Taquilla.

Ver la invitación:
https://butaca.example/es/invitation/0198aaaa-0000-7000-8000-000000000002?key=k-e_y

La invitación vale hasta el viernes, 12 de marzo de 2027, 20:30.

El enlace es solo para ti. Si no esperabas este correo, no hagas nada: nadie entra en tu nombre.

Te escribe Butaca en nombre de Teatro Lírico.
`);
  });

  it('in English, from somebody whose account is gone, speaks for the team', async () => {
    const mail = await invitationMail({ ...letter, locale: 'en', inviter: null }, options);
    expect(mail.subject).toBe('Teatro Lírico invites you to its team');
    expect(mail.text).toContain('Your role: Box office.');
    expect(mail.text).toContain('/en/invitation/');
    expect(mail.html).toContain('lang="en"');
  });

  it('lets no name become markup, and has one button', async () => {
    const { html } = await invitationMail(letter, options);
    expect(html).not.toContain('<b>Lozano');
    expect(html.match(/Ver la invitación/g)).toHaveLength(1);
    expect(html.replaceAll('&amp;', '&')).toContain(
      'href="https://butaca.example/es/invitation/0198aaaa-0000-7000-8000-000000000002?key=k-e_y"',
    );
  });

  it('has the same message id each time, so that a second sending is known', async () => {
    const { messageId } = await invitationMail(letter, options);
    expect(messageId).toBe('<event-1.invitation@butaca.example>');
  });
});
