'use client';

import { useTranslations } from 'next-intl';
import { type CSSProperties, useEffect, useSyncExternalStore } from 'react';
import { Toaster as Sonner } from 'sonner';
import { crier } from './crier';
import { attend } from './passing';

/** Sonner's own variables, in the house's colours. */
const colours = {
  '--normal-bg': 'var(--color-raised)',
  '--normal-border': 'var(--color-line)',
  '--normal-text': 'var(--color-ink)',
  '--border-radius': 'var(--radius-card)',
  '--width': '26rem',
} as CSSProperties;

/** From here on the cart stands beside the page, and its foot is free. */
const wideQuery = '(min-width: 64rem)';

/** Where passing notices appear: at the top where the cart is a bar at the foot, else at the foot. */
export function HouseToasts() {
  const t = useTranslations('shell');
  // Sonner below listens by now: a parent's effects run after those of its children.
  useEffect(() => attend(crier), []);
  const wide = useSyncExternalStore(onWidth, isWide, () => false);
  return (
    <Sonner
      position={wide ? 'bottom-left' : 'top-center'}
      duration={7000}
      containerAriaLabel={t('notices')}
      offset={{ top: '4.5rem', bottom: '1.5rem', left: '1.5rem' }}
      mobileOffset={{ top: '4.25rem' }}
      className="house-toasts"
      style={colours}
      toastOptions={{ closeButtonAriaLabel: t('close') }}
    />
  );
}

function onWidth(listener: () => void): () => void {
  const query = matchMedia(wideQuery);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

const isWide = () => matchMedia(wideQuery).matches;
