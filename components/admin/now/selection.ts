import type { Line } from './lines';

/** The locks that are chosen, by id. Each change makes a new set, so that who reads it sees it change. */
export class Selection {
  ids: ReadonlySet<string> = new Set();
  /** Where a range begins. */
  #anchor: string | null = null;

  /** @returns whether anything changed. */
  toggle(ids: readonly string[], anchor: string | null = null): boolean {
    const next = new Set(this.ids);
    const all = ids.every((id) => next.has(id));
    for (const id of ids) {
      if (all) next.delete(id);
      else next.add(id);
    }
    if (anchor !== null) this.#anchor = anchor;
    return this.#replace(next);
  }

  /** Chooses all between the last one that was chosen or left and this one. */
  extend(lines: readonly Line[], to: string): boolean {
    const locks = lines.flatMap((line) =>
      line.kind === 'lock' && line.ghost === null ? [line.row.id] : [],
    );
    const [from, until] = [locks.indexOf(this.#anchor ?? ''), locks.indexOf(to)];
    if (from < 0 || until < 0) return this.toggle([to], to);
    const next = new Set(this.ids);
    for (const id of locks.slice(Math.min(from, until), Math.max(from, until) + 1)) next.add(id);
    return this.#replace(next);
  }

  set(ids: Iterable<string>): boolean {
    return this.#replace(new Set(ids));
  }

  /** Whoever is not there any more is not chosen any more. */
  keep(there: (id: string) => boolean): boolean {
    if (this.ids.size === 0) return false;
    return this.#replace(new Set([...this.ids].filter(there)));
  }

  #replace(next: Set<string>): boolean {
    const same = next.size === this.ids.size && [...next].every((id) => this.ids.has(id));
    if (!same) this.ids = next;
    return !same;
  }
}
