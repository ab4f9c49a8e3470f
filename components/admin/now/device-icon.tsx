import { Bot, CircleHelp, Monitor, Smartphone, Tablet } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { LockDevice } from '@/lib/watch/schema';

const icons = { phone: Smartphone, tablet: Tablet, desktop: Monitor, program: Bot } as const;

/** What the buyer sits at: a picture with its name. */
export function DeviceIcon({ device }: { device: LockDevice | null }) {
  const t = useTranslations('admin.now.devices');
  const Icon = device ? icons[device] : CircleHelp;
  const name = t(device ?? 'unknown');
  return (
    <span title={name} className="inline-flex items-center">
      <Icon aria-hidden className="size-4 text-muted" />
      <span className="sr-only">{name}</span>
    </span>
  );
}
