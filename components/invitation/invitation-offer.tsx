import { useLocale, useTranslations } from 'next-intl';
import { Arches } from '@/components/ui/arches';
import { longDate } from '@/lib/i18n/dates';
import { may } from '@/lib/staff/policy';
import { permissions, type Role } from '@/lib/staff/schema';

type Props = {
  house: { name: string; timeZone: string };
  inviter: string | null;
  role: Role;
  expiresAt: Date;
};

/** Who asks the reader to which house, what they would do there, and until when. */
export function InvitationOffer({ house, inviter, role, expiresAt }: Props) {
  const t = useTranslations('admin.invitation');
  const words = useTranslations('admin.team.may');
  const roles = useTranslations('admin.roles');
  const locale = useLocale();
  const date = longDate(expiresAt.toISOString(), locale, house.timeZone);
  return (
    <header>
      <Arches className="h-10 w-auto text-accent" />
      <h1 className="mt-4 text-balance font-display text-4xl leading-tight sm:text-5xl sm:leading-none">
        {inviter ? t('by', { inviter, house: house.name }) : t('byNobody', { house: house.name })}
      </h1>
      <p className="mt-5 font-semibold text-lg">{t('role', { role: roles(role) })}</p>
      <p className="mt-1 text-muted">{t('may')}</p>
      <ul className="mt-1 list-disc pl-5 text-muted">
        {permissions
          .filter((permission) => may(role, permission))
          .map((permission) => (
            <li key={permission}>{words(permission)}</li>
          ))}
      </ul>
      <p className="mt-4 text-muted text-sm">{t('until', { date })}</p>
    </header>
  );
}
