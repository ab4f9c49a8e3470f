import type * as staff from '@/lib/http/staff';
import type { Permission } from '@/lib/staff/schema';

/** What the page or the action that was called last asked for, in order; endpoints are asked by name. */
export const asked: Permission[] = [];
const ofEndpoint = new WeakMap<object, Permission>();

/** What an endpoint asks for; undefined of one that `staffRoute` did not make. */
export const permissionOf = (handler: object) => ofEndpoint.get(handler);

/** The real `lib/http/staff`, overheard. */
export function overheard(real: typeof staff): typeof staff {
  return {
    ...real,
    staffPage(params, permission) {
      asked.push(permission);
      return real.staffPage(params, permission);
    },
    staffAction(slug, permission, work) {
      asked.push(permission);
      return real.staffAction(slug, permission, work);
    },
    staffRoute(name, permission, handler) {
      const made = real.staffRoute(name, permission, handler);
      ofEndpoint.set(made, permission);
      return made;
    },
  };
}
