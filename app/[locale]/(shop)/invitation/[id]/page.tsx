import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { InvitationAnswer } from '@/components/invitation/invitation-answer';
import { type Ending, InvitationEnded } from '@/components/invitation/invitation-ended';
import { InvitationOffer } from '@/components/invitation/invitation-offer';
import { TenantTheme } from '@/components/shell/tenant-theme';
import type { Door } from '@/components/sign-in/enter';
import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/routing';
import {
  houseOfInvitation,
  type OpenedInvitation,
  openedInvitation,
} from '@/lib/staff/invitations';
import { teamsOf } from '@/lib/staff/queries';
import { invitationLinkSchema } from '@/lib/staff/schema';
import { accountByEmail } from '@/lib/users/queries';
import { openAccount } from '@/lib/users/session';

type Props = PageProps<'/[locale]/invitation/[id]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'admin.invitation' });
  return { title: t('title'), robots: { index: false } };
}

/** Where an invitation's mail leads: whoever has its key sees it, whatever became of it. */
export default async function InvitationPage({ params, searchParams }: Props) {
  const [{ id }, { key, mode }, reader] = await Promise.all([params, searchParams, openAccount()]);
  const link = invitationLinkSchema.safeParse({ id, key });
  if (!link.success) notFound();
  const db = database();
  const house = await houseOfInvitation(db, link.data.id);
  const invitation =
    house &&
    (await openedInvitation({ db, tenantId: house.id, actor: { kind: 'system' } }, link.data));
  if (!invitation) notFound();
  const joined = reader && (await teamsOf(db, reader.id)).find(({ slug }) => slug === house.slug);
  const ending = endingOf(invitation, Boolean(joined));
  const { inviter, role, expiresAt, email } = invitation;
  return (
    <>
      <TenantTheme accent={house.accent} />
      {ending ? (
        <InvitationEnded ending={ending} house={house} role={joined?.role ?? role} />
      ) : (
        <div className="wrap-anywhere mx-auto grid w-full max-w-xl grid-cols-1 gap-8 px-5 py-10 sm:py-16">
          <InvitationOffer house={house} inviter={inviter} role={role} expiresAt={expiresAt} />
          <InvitationAnswer
            link={link.data}
            email={email}
            reader={reader}
            door={await doorFor(email, mode)}
          />
        </div>
      )}
    </>
  );
}

function endingOf(
  { acceptedAt, revokedAt, over }: OpenedInvitation,
  joined: boolean,
): Ending | null {
  if (acceptedAt) return joined ? 'joined' : 'used';
  if (revokedAt) return 'withdrawn';
  return over ? 'over' : null;
}

/** The account's door where the address has one: who holds the mail's key may know. */
async function doorFor(email: string, mode: unknown): Promise<Door> {
  if (mode === 'register' || mode === 'credentials') return mode;
  return (await accountByEmail(database(), email)) ? 'credentials' : 'register';
}
