import { Emitter } from '@/components/cart/emitter';
import type { WatchDelta, WatchedEvent, WatchSnapshot } from '@/lib/watch/schema';
import { type Filter, noFilter, type Sort } from './criteria';
import { Knowledge } from './knowledge';
import type { Line } from './lines';
import type { Row } from './row';
import { Searched, type Spoken } from './search';
import { Selection } from './selection';
import { type Look, type View, viewOf } from './view';

export type State = View & {
  look: Look;
  selected: ReadonlySet<string>;
  events: readonly WatchedEvent[];
  zones: Knowledge['zoneNames'];
  total: number;
  /** Rows that this page has; fewer than `total` where they are too many. */
  known: number;
  lastEndedMs: number | null;
};

type Start = Partial<Pick<Look, 'filter' | 'grouped'>> & {
  /** What is searched beside names. */
  spoken?: Spoken;
  /** Calls back before the next drawing, as `requestAnimationFrame`. */
  frame?: (draw: () => void) => void;
};

/**
 * The live locks as this page sees them, outside of React: the stream writes as often as it likes,
 * and once a frame at most the whole is filtered, sorted and told.
 */
export class NowStore {
  readonly #known = new Knowledge();
  readonly #selection = new Selection();
  readonly #changes = new Emitter<void>();
  #look: Look;
  #held = false;
  #due = false;
  #state: State;
  readonly #searched: Searched;
  readonly #frame: (draw: () => void) => void;

  constructor({ filter = noFilter, grouped = false, spoken, frame = soon }: Start = {}) {
    this.#frame = frame;
    this.#searched = new Searched(spoken);
    const sort = { by: 'left', descending: false } as const;
    this.#look = { filter, sort, grouped, closed: new Set() };
    this.#state = this.#draw([], false);
  }

  subscribe = (listener: () => void): (() => void) => this.#changes.on(listener);
  read = (): State => this.#state;
  /** By the server's clock. */
  nowMs = (): number => this.#known.clock.nowMs();

  /** The lock as it is, or was until a moment ago. */
  lockOf(id: string): Row | undefined {
    return this.#known.rows.get(id) ?? this.#known.ghosts.get(id)?.row;
  }

  /** All that is known of a session, whether the filters show it or not. */
  ofSession(session: string): Row[] {
    return [...this.#known.rows.values()].filter((row) => row.session === session);
  }

  snapshot(told: WatchSnapshot): void {
    this.#known.snapshot(told);
    this.#later();
  }

  delta(told: WatchDelta): void {
    this.#known.delta(told);
    this.#later();
  }

  /** Time goes on: what is about to end changes, and what ended leaves. */
  passTime(): void {
    if (this.#known.rows.size > 0 || this.#known.ghosts.size > 0) this.#later();
  }

  /** While true, nothing moves under the pointer or the focus. */
  hold(held: boolean): void {
    if (this.#held === held) return;
    this.#held = held;
    if (!held) this.#later();
  }

  setFilter(change: Partial<Filter>): void {
    this.#anew({ filter: { ...this.#look.filter, ...change } });
  }

  setSort(sort: Sort): void {
    this.#anew({ sort });
  }

  setGrouped(grouped: boolean): void {
    this.#anew({ grouped });
  }

  fold(session: string, closed: boolean): void {
    const next = new Set(this.#look.closed);
    if (closed) next.add(session);
    else next.delete(session);
    this.#look = { ...this.#look, closed: next };
    this.#tell();
  }

  toggle(ids: readonly string[], anchor?: string): void {
    if (this.#selection.toggle(ids, anchor)) this.#tell();
  }

  selectTo(id: string): void {
    if (this.#selection.extend(this.#state.lines, id)) this.#tell();
  }

  selectAll(): void {
    if (this.#selection.set(this.#state.matching)) this.#tell();
  }

  selectNone(): void {
    if (this.#selection.set([])) this.#tell();
  }

  /** Somebody asked for another order: at once, and whatever is held. */
  #anew(change: Partial<Look>): void {
    this.#look = { ...this.#look, ...change };
    this.#state = this.#draw(idsOf(this.#state.lines), false);
    this.#changes.emit();
  }

  #later(): void {
    if (this.#due) return;
    this.#due = true;
    this.#frame(() => {
      this.#due = false;
      this.#tell();
    });
  }

  #tell(): void {
    this.#state = this.#draw(idsOf(this.#state.lines), this.#held);
    this.#changes.emit();
  }

  #draw(former: readonly string[], held: boolean): State {
    const known = this.#known;
    const nowMs = known.clock.nowMs();
    if (!held) known.forget(nowMs);
    const view = viewOf(known, this.#look, this.#searched, former, held, nowMs);
    this.#selection.keep((id) => view.matching.has(id));
    return {
      ...view,
      look: this.#look,
      selected: this.#selection.ids,
      events: known.events,
      zones: known.zoneNames,
      total: known.total,
      known: known.rows.size,
      lastEndedMs: known.lastEndedMs,
    };
  }
}

/** Faster than this nobody reads. */
const drawEveryMs = 90;

function soon(draw: () => void): void {
  setTimeout(() => requestAnimationFrame(draw), drawEveryMs);
}

/** In the order in which they stand, with those of folded groups. */
function idsOf(lines: readonly Line[]): string[] {
  return lines.flatMap((line) => {
    if (line.kind === 'lock') return [line.row.id];
    return line.open ? [] : line.group.ids;
  });
}
