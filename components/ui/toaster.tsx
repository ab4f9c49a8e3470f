'use client';

import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { Toaster as Sonner, type ToasterProps } from 'sonner';

/** Sonner's own variables, in the house's colours. */
const colours = {
  '--normal-bg': 'var(--color-raised)',
  '--normal-border': 'var(--color-line)',
  '--normal-text': 'var(--color-ink)',
  '--border-radius': 'var(--radius-card)',
  '--width': '26rem',
} as CSSProperties;

/** Where passing notices appear: at the top, because the cart lives at the bottom of a phone. */
export function Toaster(props: ToasterProps) {
  const t = useTranslations('shell');
  return (
    <Sonner
      position="top-center"
      duration={7000}
      containerAriaLabel={t('notices')}
      offset={{ top: '4.5rem' }}
      mobileOffset={{ top: '4.25rem' }}
      className="house-toasts"
      style={colours}
      toastOptions={{ closeButtonAriaLabel: t('close') }}
      {...props}
    />
  );
}
