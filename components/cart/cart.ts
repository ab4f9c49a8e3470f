import type { ActionResult } from '@/lib/http/problem';
import type { LiveLock, LockStatus } from '@/lib/locks/schema';
import { newsOf } from './cart-news';
import { type CartFacts, type CartState, cartState, factsOf, type Seen } from './cart-state';
import type { CartWire } from './cart-wire';
import { ClickQueue, lockItems, releaseItems } from './click-queue';
import { Emitter } from './emitter';
import { knowsAll } from './ended';
import type { Line } from './lines';
import type { Remembered } from './memory';
import type { CartNotice, Loss } from './notice';
import { type PatientWire, patiently } from './patience';
import { type Place, placeKey, type Want } from './place';
import { settle, settleExtended } from './settlement';

/**
 * The cart of one session with one organizer, as this page knows it: what the server said last,
 * and the clicks that are on their way to it. An external store for React; it outlives the page's
 * components, so that a click survives a change of page.
 */
export class Cart {
  readonly changes = new Emitter<CartState>();
  readonly notices = new Emitter<CartNotice>();
  /** Places that someone else has: a map shows them before the live feed tells it. */
  readonly losses = new Emitter<Loss[]>();
  /** This page changed the cart: other tabs want to know. */
  readonly written = new Emitter<void>();
  /** Set before the page leaves for a payment elsewhere: then leaving gives nothing back. */
  leavingToPay = false;
  /** Nothing else tells at once what others do to the cart: the server is asked more often. */
  closely = false;
  readonly #queue = new ClickQueue();
  readonly #changes: PatientWire;
  #state: CartState;

  constructor(
    readonly tenant: string,
    status: LockStatus,
    readonly wire: CartWire,
    private readonly clock: () => number = () => performance.now(),
  ) {
    this.#state = cartState(factsOf({ status, at: clock() }), []);
    const slow = (slow: boolean) => this.#set({ slow });
    this.#changes = patiently(wire, slow, () => void this.refresh());
  }

  /** A call is on its way: what it changes may be heard before its answer. */
  get busy(): boolean {
    return this.#queue.travelling;
  }

  get state(): CartState {
    return this.#state;
  }

  /** Takes up what an earlier page of this tab knew: locks that ended in between are offered. */
  recall({ locks, lapsed, unsent }: Remembered): void {
    this.#set({ lapsed, unsent });
    this.#compare(locks, this.#state.seen.status);
  }

  /**
   * A look at the cart that nobody's click asked for: nothing while clicks travel, or when it is
   * late. One that never heard of what is held was asked before the session had its cookie: unless
   * `sure`, the server is asked again.
   */
  receive(status: LockStatus, sure = false): Seen {
    const known = this.#state.seen;
    if (status.serverTime < known.status.serverTime || this.#queue.travelling) return known;
    if (sure || knowsAll(known.status.locks, status)) return this.#accept(status);
    void this.refresh(true);
    return known;
  }

  setReachable(reachable: boolean): void {
    if (reachable !== this.#state.reachable) this.#set({ reachable });
  }

  /** Asks for units of a place (above 0) or gives them back (below 0). Shown at once. */
  change(place: Place, units: number): void {
    const { maxLocks: limit } = this.#state.seen.status;
    if (units > 0 && this.#state.units + units > limit) {
      this.notices.emit({ kind: 'limit', limit });
      return;
    }
    this.#queue.add(place, units);
    const key = placeKey(place);
    const others = (wants: Want[]) => wants.filter((want) => placeKey(want.place) !== key);
    this.#set({ lapsed: others(this.#state.lapsed), unsent: others(this.#state.unsent) });
    void this.#pump();
  }

  /** Gives lines of the cart back. */
  remove(lines: readonly Line[]): void {
    for (const line of lines) this.change(line.place, -line.units);
  }

  /** Asks again for everything that ran out, or that found no answer. */
  askAgain(what: 'lapsed' | 'unsent'): void {
    for (const { place, units } of this.#state[what]) this.change(place, units);
  }

  dismiss(what: 'lapsed' | 'unsent' | 'withdrawn'): void {
    this.#set({ [what]: [] });
  }

  async extend(by: 'hand' | 'itself'): Promise<void> {
    if (this.#state.extending) return;
    this.#set({ extending: true });
    const answer = await this.#changes.extend({});
    this.#set({ extending: false });
    if (answer?.ok) this.#accept(answer.data);
    const notice = settleExtended(answer, by);
    if (notice) this.notices.emit(notice);
    if (answer?.ok) this.written.emit();
    else await this.refresh();
  }

  /** Asks the server how the cart stands. */
  async refresh(sure = false): Promise<Seen> {
    const status = await this.wire.status();
    this.setReachable(status !== null);
    return status === null ? this.#state.seen : this.receive(status, sure);
  }

  /** One call on the whole cart, in turn with the clicks; `wants`, what it moves, shows at once. */
  async alone<T extends LockStatus>(
    call: (wire: PatientWire) => Promise<ActionResult<T> | null>,
    wants: readonly Want[] = [],
  ): Promise<ActionResult<T> | null> {
    const answer = await this.#queue.alone(() => {
      this.#set({});
      return call(this.#changes);
    }, wants);
    if (answer?.ok) this.#accept(answer.data);
    else this.#set({});
    if (answer?.ok) this.written.emit();
    void this.#pump();
    if (!answer?.ok) await this.refresh();
    return answer;
  }

  async #pump(): Promise<void> {
    for (let batch = this.#queue.take(); batch; batch = this.#queue.take()) {
      if (batch.release.length > 0) await this.#release(batch.release);
      if (batch.eventId !== null) await this.#lock(batch.eventId, batch.lock);
    }
  }

  async #release(wants: Want[]): Promise<void> {
    const answer = await this.#changes.release({ items: releaseItems(wants) });
    this.#queue.land(wants);
    if (answer?.ok) {
      this.#accept(answer.data);
      const back = wants.map(({ place, units }) => ({ place, units: -units }));
      this.notices.emit({ kind: 'released', wants: back });
      this.written.emit();
      return;
    }
    this.#set({});
    this.notices.emit({ kind: 'refused', code: answer?.error.code ?? 'unreachable' });
    await this.refresh();
  }

  async #lock(eventId: string, wants: Want[]): Promise<void> {
    const answer = await this.#changes.lock({ eventId, items: lockItems(wants), mode: 'any' });
    const { lost, unsent, losses, notices } = settle(wants, answer);
    this.#queue.land(wants, lost);
    if (answer?.ok) this.#accept(answer.data);
    else this.#set({ unsent: [...this.#state.unsent, ...unsent] });
    if (losses.length > 0) this.losses.emit(losses);
    for (const notice of notices) this.notices.emit(notice);
    if (answer?.ok) return this.written.emit();
    // What became of an answer that never came is known only to the server.
    await this.refresh();
    const left = this.#state.unsent;
    if (unsent.length === 0 || left.length === 0) return;
    const code = answer?.error.code ?? 'unreachable';
    this.notices.emit({ kind: 'unsent', wants: left, code });
  }

  #accept(status: LockStatus): Seen {
    const before = this.#state.seen.status.locks;
    this.#set({ seen: { status, at: this.clock() }, reachable: true });
    this.#compare(before, status);
    return this.#state.seen;
  }

  /** Tells what ended between two looks, and drops offers of what was had in between. */
  #compare(before: readonly LiveLock[], status: LockStatus): void {
    const { change, notices } = newsOf(this.#state, before, status);
    this.#set(change);
    for (const notice of notices) this.notices.emit(notice);
  }

  #set(change: Partial<CartFacts>): void {
    this.#state = cartState({ ...this.#state, ...change }, this.#queue.wants());
    this.changes.emit(this.#state);
  }
}
