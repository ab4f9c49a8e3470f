import type { Permission } from '@/lib/staff/schema';

/** The pages of an organizer's own side, in the order of the menu; `admin.sections` has their names. */
export const sections = [
  { key: 'now', path: '', permission: 'locks.see' },
  { key: 'hall', path: '/hall', permission: 'locks.see' },
  { key: 'alerts', path: '/alerts', permission: 'alerts.see' },
  { key: 'analytics', path: '/analytics', permission: 'analytics.see' },
  { key: 'locks', path: '/locks', permission: 'analytics.see' },
  { key: 'events', path: '/events', permission: 'events.see' },
  { key: 'settings', path: '/settings', permission: 'settings.see' },
  { key: 'team', path: '/team', permission: 'team.see' },
  { key: 'audit', path: '/audit', permission: 'audit.see' },
] as const satisfies { key: string; path: string; permission: Permission }[];

export type SectionKey = (typeof sections)[number]['key'];
