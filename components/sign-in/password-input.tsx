'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';

/** A password that can be looked at: typing blind on a phone is where mistakes come from. */
export function PasswordInput(props: ComponentProps<'input'>) {
  const t = useTranslations('signIn');
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <Input {...props} type={shown ? 'text' : 'password'} className="pr-13" />
      <Button
        variant="quiet"
        size="icon"
        aria-label={t(shown ? 'hidePassword' : 'showPassword')}
        onClick={() => setShown(!shown)}
        className="absolute top-0 right-0"
      >
        <Icon aria-hidden />
      </Button>
    </div>
  );
}
