'use client';

import { LogIn } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Suspense } from 'react';
import { Button } from '@/components/ui/button';
import { Link } from '@/lib/i18n/navigation';

/** To the door, and back to this page afterwards. */
export function SignInLink() {
  return (
    <Suspense>
      <LinkBack />
    </Suspense>
  );
}

function LinkBack() {
  const t = useTranslations('shell');
  const path = usePathname();
  const search = useSearchParams().toString();
  const atTheDoor = path.endsWith('/sign-in');
  const query = atTheDoor ? {} : { callbackUrl: search ? `${path}?${search}` : path };
  return (
    <Button asChild variant="quiet" className="px-3">
      <Link href={{ pathname: '/sign-in', query }} prefetch={false}>
        <LogIn aria-hidden className="max-[23rem]:hidden" />
        {t('signIn')}
      </Link>
    </Button>
  );
}
