export const roles = ['owner', 'manager', 'box_office', 'scanner'] as const;
export type Role = (typeof roles)[number];

/** What a page or an action needs; `policy.ts` says which role has it. */
export const permissions = [
  'events.see',
  'locks.see',
  'locks.release',
  'sources.cool',
  'analytics.see',
  'alerts.see',
  'alerts.handle',
  'alerts.rules',
  'settings.see',
  'settings.change',
  'team.see',
  'team.change',
  'audit.see',
] as const;
export type Permission = (typeof permissions)[number];

/** A member of an organizer's team, as the database has it now. */
export type Member = { userId: string; name: string; email: string; role: Role };
