'use client';

import { useTranslations } from 'next-intl';
import { Toaster as Sonner, type ToasterProps } from 'sonner';

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
      toastOptions={{ closeButtonAriaLabel: t('close') }}
      {...props}
    />
  );
}
