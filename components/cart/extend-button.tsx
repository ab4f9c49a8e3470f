'use client';

import { useTranslations } from 'next-intl';
import { Button, type ButtonProps } from '@/components/ui/button';
import { useCart, useCartState } from './cart-provider';

/** Gives every live lock a full period again. Gone once no lock can be extended. */
export function ExtendButton(props: Omit<ButtonProps, 'onClick' | 'pending' | 'children'>) {
  const t = useTranslations('cart');
  const cart = useCart();
  const { extending } = useCartState();
  if (useExtensionsLeft() === 0) return null;
  return (
    <Button
      variant="secondary"
      data-focus-stop
      {...props}
      pending={extending}
      onClick={() => void cart.extend('hand')}
    >
      {t('extend')}
    </Button>
  );
}

/** How often the lock that ends first can still be extended. */
export function useExtensionsLeft(): number {
  const { locks } = useCartState().seen.status;
  const [first, ...others] = locks;
  if (!first) return 0;
  const earliest = others.reduce((a, b) => (b.remainingMs < a.remainingMs ? b : a), first);
  return earliest.extensionsLeft;
}
