import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

/** The organizers' side: its words come along, which the public's pages do without. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { mail: _mail, account: _account, ...messages } = await getMessages();
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
