import type { ReactNode } from 'react';
import { CartKeeper } from '@/components/cart/cart-keeper';
import { SiteFooter } from '@/components/shell/site-footer';
import { SiteHeader } from '@/components/shell/site-header';

/** The side of the house that the public sees. */
export default function ShopLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader />
      <main id="content" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        {children}
      </main>
      <SiteFooter />
      <CartKeeper />
    </>
  );
}
