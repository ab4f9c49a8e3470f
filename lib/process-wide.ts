const store = globalThis as typeof globalThis & { butaca?: Map<string, unknown> };

/**
 * One value a process. The bundler may give pages, actions and route handlers a copy each of a
 * module; a pool, a queue or a hub must still be one.
 */
export function processWide<T>(name: string, create: () => T): T {
  store.butaca ??= new Map();
  if (!store.butaca.has(name)) store.butaca.set(name, create());
  return store.butaca.get(name) as T;
}
