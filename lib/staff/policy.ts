import type { Permission, Role } from './schema';

const door: Permission[] = ['events.see'];
const boxOffice: Permission[] = [
  ...door,
  'locks.see',
  'locks.release',
  'alerts.see',
  'alerts.handle',
];
const manager: Permission[] = [
  ...boxOffice,
  'sources.cool',
  'analytics.see',
  'alerts.rules',
  'settings.see',
  'settings.change',
  'team.see',
  'audit.see',
];

const permissionsOf: Record<Role, ReadonlySet<Permission>> = {
  owner: new Set([...manager, 'team.change']),
  manager: new Set(manager),
  box_office: new Set(boxOffice),
  scanner: new Set(door),
};

/** Whether somebody in that role may do it. */
export function may(role: Role, permission: Permission): boolean {
  return permissionsOf[role].has(permission);
}
