import { encode } from 'next-auth/jwt';
import { describe, expect, it } from 'vitest';
import { readToken, sessionToken } from './session-token';

const secret = 'a secret of at least thirty-two characters';
const id = '0192f0c1-2a4b-7c3d-8e5f-0123456789ab';
const sid = '0192f0c1-2a4b-7c3d-8e5f-ba9876543210';
const person = { sub: id, sid, email: 'ana@example.org', name: 'Ana' };

describe('the session token in a cookie header', () => {
  it.each([null, '', 'butaca_session=abc', 'next-auth.csrf-token=x; theme=dark'])(
    'is absent from %j',
    (header) => expect(sessionToken(header)).toBeNull(),
  );

  it('is found among other cookies', () => {
    expect(sessionToken('a=1; next-auth.session-token=tok.en; b=2')).toBe('tok.en');
  });

  it('is taken from the cookie that only HTTPS can set, when both are there', () => {
    const header = 'next-auth.session-token=plain; __Secure-next-auth.session-token=safe';
    expect(sessionToken(header)).toBe('safe');
  });

  it('is joined from its chunks, in their order', () => {
    const header =
      '__Secure-next-auth.session-token.1=world; __Secure-next-auth.session-token.0=hello';
    expect(sessionToken(header)).toBe('helloworld');
  });
});

describe('reading a session token', () => {
  it('tells who signed in', async () => {
    const token = await encode({ token: person, secret });
    expect(await readToken(token, secret)).toEqual({
      id,
      sessionId: sid,
      email: person.email,
      name: 'Ana',
    });
  });

  it('refuses one made with another secret', async () => {
    const token = await encode({ token: person, secret: `${secret}!` });
    expect(await readToken(token, secret)).toBeNull();
  });

  it('refuses one past its time', async () => {
    const token = await encode({ token: person, secret, maxAge: -60 });
    expect(await readToken(token, secret)).toBeNull();
  });

  it('refuses one of no session, which nobody could end', async () => {
    const { sid: _sid, ...sessionless } = person;
    expect(await readToken(await encode({ token: sessionless, secret }), secret)).toBeNull();
  });

  it('refuses one that names nobody', async () => {
    const token = await encode({ token: { name: 'Ana' }, secret });
    expect(await readToken(token, secret)).toBeNull();
  });

  it.each(['x', 'a.b.c', 'a.b.c.d.e', '....', '%', 'e30.e30.e30.e30.e30', 'ñ.ñ.ñ.ñ.ñ'])(
    'refuses the mangled %j without a throw',
    async (token) => expect(await readToken(token, secret)).toBeNull(),
  );
});
