import { describe, expect, it } from 'vitest';
import { Cart } from '@/components/cart/cart';
import { cartWire } from '@/components/cart/cart-wire';
import { aStatus } from '@/components/cart/testing';
import { forgetTyped, keepTyped, typedOr } from './typed';

const aCart = () => new Cart('teatro', aStatus([]), cartWire('teatro'));
const account = { name: 'Clara', email: 'clara@example.org' };

describe('what was typed at the checkout', () => {
  it('goes before what the account says, field by field', () => {
    const cart = aCart();
    expect(typedOr(cart, account)).toEqual(account);
    keepTyped(cart, { name: 'Ana', email: '' });
    expect(typedOr(cart, account)).toEqual({ name: 'Ana', email: account.email });
  });

  it('is of its cart only, and forgotten once it is paid', () => {
    const cart = aCart();
    keepTyped(cart, { name: 'Ana', email: 'ana@example.org' });
    expect(typedOr(aCart(), account)).toEqual(account);
    forgetTyped(cart);
    expect(typedOr(cart, account)).toEqual(account);
  });
});
