import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password';

describe('a password', () => {
  it('opens its own hash and no other', async () => {
    const hash = await hashPassword('telón de terciopelo');
    expect(hash).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{86}$/);
    expect(await verifyPassword('telón de terciopelo', hash)).toBe(true);
    expect(await verifyPassword('telon de terciopelo', hash)).toBe(false);
  });

  it('is the same however its accents were typed', async () => {
    const hash = await hashPassword('canci\u00f3n larga');
    expect(await verifyPassword('cancio\u0301n larga', hash)).toBe(true);
  });

  it('never makes the same hash twice', async () => {
    expect(await hashPassword('butaca14')).not.toBe(await hashPassword('butaca14'));
  });

  it('opens a hash made with other parameters', async () => {
    // RFC 7914, section 12: scrypt("pleaseletmein", "SodiumChloride", 16384, 8, 1, 64).
    const key =
      '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887';
    const hash = `scrypt$16384$8$1$${Buffer.from('SodiumChloride').toString('base64url')}$${Buffer.from(key, 'hex').toString('base64url')}`;
    expect(await verifyPassword('pleaseletmein', hash)).toBe(true);
    expect(await verifyPassword('pleaseletmeout', hash)).toBe(false);
  });

  it('is refused loudly when what is stored is no hash', async () => {
    await expect(verifyPassword('x', 'plain')).rejects.toThrow(/not of the form/);
  });
});
