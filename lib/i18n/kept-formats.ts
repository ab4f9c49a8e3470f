/**
 * Keeps what `make` makes for a name: to make one of Intl's formats takes longer than to use it a
 * hundred times. There are as many names as languages, currencies and time zones that are in use.
 */
export function keptFormats<T>(make: (name: string) => T): (name: string) => T {
  const kept = new Map<string, T>();
  return (name) => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const made = make(name);
    kept.set(name, made);
    return made;
  };
}
