import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { StatePanel } from '@/components/ui/state';
import { Link } from '@/lib/i18n/navigation';
import type { Role } from '@/lib/staff/schema';

/** What became of an invitation; `joined`: the reader accepted it, and is on the team. */
export type Ending = 'joined' | 'used' | 'withdrawn' | 'over';

type Props = { ending: Ending; house: { slug: string; name: string }; role: Role };

/** An invitation that is open no more, and where to go from here. */
export function InvitationEnded({ ending, house: { slug, name: house }, role }: Props) {
  const t = useTranslations('admin.invitation');
  const roles = useTranslations('admin.roles');
  const words = {
    joined: [t('acceptedTitle', { house }), t('acceptedLine', { role: roles(role) })],
    used: [t('usedTitle'), t('usedLine', { house })],
    withdrawn: [t('withdrawnTitle'), t('withdrawnLine', { house })],
    over: [t('overTitle'), t('overLine', { house })],
  }[ending];
  const joined = ending === 'joined';
  return (
    <StatePanel
      heading="h1"
      className="my-auto"
      tone={joined ? 'good' : 'warn'}
      title={words[0]}
      line={words[1]}
      action={
        <Button asChild variant={joined ? 'primary' : 'secondary'}>
          <Link href={joined ? `/admin/${slug}` : '/'}>{t(joined ? 'enter' : 'home')}</Link>
        </Button>
      }
    />
  );
}
