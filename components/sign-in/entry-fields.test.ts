import { describe, expect, it } from 'vitest';
import { faultsOf } from './entry-fields';

const good = { email: 'ana@example.org', name: 'Ana', password: 'ocho letras' };

describe('the sign-in form', () => {
  it('finds nothing wrong with what is whole', () => {
    expect(faultsOf('credentials', good)).toEqual({});
    expect(faultsOf('register', good)).toEqual({});
  });

  it('names each field that is not', () => {
    const blank = { email: 'ana', name: ' ', password: '' };
    expect(faultsOf('register', blank)).toEqual({
      email: 'email',
      name: 'name',
      password: 'password',
    });
  });

  it('says that a new password is short, and lets an old short one in', () => {
    const short = { ...good, password: 'siete77' };
    expect(faultsOf('register', short)).toEqual({ password: 'passwordShort' });
    expect(faultsOf('credentials', short)).toEqual({});
  });
});
