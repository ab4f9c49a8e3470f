import type { InvitationLetter } from '@/lib/staff/schema';
import type { AlertTelling } from '../alert-wording';
import type { Confirmation } from '../queries';

export const item: Confirmation['items'][number] = {
  id: '1',
  eventId: 'e1',
  eventName: 'La verbena <de> la Paloma',
  startsAt: new Date('2027-03-12T19:30:00Z'),
  venue: { name: 'Teatro Lírico', address: 'Calle Mayor 1', city: 'Madrid' },
  zoneName: 'Platea',
  row: '7',
  seat: '12',
  quantity: 1,
  priceMinor: 4500,
};
const standing = { ...item, id: '2', zoneName: 'Pista', row: null, seat: null, quantity: 2 };
export const ticket = { eventName: item.eventName, zoneName: 'Platea', row: '7', seat: '12' };
/** A paid order with a seat and two places to stand. */
export const order: Confirmation = {
  id: '0198aaaa-0000-7000-8000-000000000001',
  number: 'B-7K3F9QX2',
  accessKey: 'key+/=',
  status: 'paid',
  email: 'ana@example.com',
  name: 'Ana <b>Núñez</b>',
  locale: 'es',
  totalMinor: 8250,
  currency: 'EUR',
  confirmedAt: null,
  tenant: {
    slug: 'teatro-lirico',
    name: 'Teatro Lírico',
    timeZone: 'Europe/Madrid',
    logoHash: null,
  },
  items: [item, { ...standing, priceMinor: 1875 }],
  tickets: [
    { ...ticket, code: 'AAAA1111' },
    { ...ticket, zoneName: 'Pista', row: null, seat: null, code: 'BBBB2222' },
    { ...ticket, zoneName: 'Pista', row: null, seat: null, code: 'CCCC3333' },
  ],
};

/** To the box office, from somebody who writes in markup. */
export const letter: InvitationLetter = {
  id: '0198aaaa-0000-7000-8000-000000000002',
  key: 'k-e_y',
  email: 'luis@example.org',
  role: 'box_office',
  locale: 'es',
  inviter: 'Beatriz <b>Lozano</b>',
  expiresAt: new Date('2027-03-12T19:30:00Z'),
  tenant: { name: 'Teatro Lírico', timeZone: 'Europe/Madrid' },
};

/** Sixty seats in one cart, to the owner. */
export const telling: AlertTelling = {
  alert: {
    id: '0198aaaa-0000-7000-8000-000000000003',
    kind: 'session_units',
    sourceKind: 'session',
    source: 'K7QX2M',
    event: {
      id: '0198aaaa-0000-7000-8000-000000000004',
      name: 'Carmen',
      startsAt: '2026-12-11T19:00:00Z',
    },
    status: 'open',
    raisedAt: '2027-03-12T19:30:00Z',
    endedAt: null,
    figures: { count: 60, peak: 60, threshold: 40, windowSeconds: 60 },
    acknowledged: null,
    resolved: null,
  },
  reader: {
    id: '0198aaaa-0000-7000-8000-000000000005',
    name: 'Beatriz Lozano',
    email: 'beatriz@example.org',
    locale: 'es',
    tenant: { slug: 'teatro-lirico', name: 'Teatro Lírico', timeZone: 'Europe/Madrid' },
  },
};
