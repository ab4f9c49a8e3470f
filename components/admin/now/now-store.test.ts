import { beforeEach, describe, expect, it, vi } from 'vitest';
import { noFilter } from './criteria';
import type { Line } from './lines';
import { NowStore } from './now-store';
import { deltaOf, Frames, lock, snapshotOf, toldAt } from './testing';

let frames: Frames;
let store: NowStore;
beforeEach(() => {
  frames = new Frames();
  store = new NowStore({ frame: frames.ask });
});

const later = (ms: number) => new Date(Date.parse(toldAt) + ms).toISOString();
const idsOf = (lines: readonly Line[]) =>
  lines.map((line) => (line.kind === 'lock' ? line.row.id : `group ${line.group.session}`));
const shown = () => idsOf(store.read().lines);

function given(...rows: ReturnType<typeof lock>[]) {
  store.snapshot(snapshotOf(rows));
  frames.next();
  return rows.map(({ id }) => id) as [string, string, string];
}

describe('what the page knows of the locks', () => {
  it('is of one source, each session by itself, where that is asked for from the start', () => {
    const filter = { ...noFilter, text: 'García-López, Ana' };
    store = new NowStore({ filter, grouped: true, frame: frames.ask });
    given(
      lock({ id: 'hers', session: 'AAAAAA', account: 'Ana García-López' }),
      lock({ id: 'again', session: 'BBBBBB', account: 'Ana García-López' }),
      lock({ session: 'BBBBBB', account: 'Ana Segura' }),
    );
    expect(shown()).toEqual(['group AAAAAA', 'hers', 'group BBBBBB', 'again']);
  });

  it('is drawn once a frame, however often it is told', () => {
    const heard = vi.fn();
    given(lock());
    store.subscribe(heard);
    const asked = frames.asked;
    for (let n = 0; n < 20; n++) store.delta(deltaOf({ rows: [lock()] }));
    expect(heard).not.toHaveBeenCalled();
    expect(frames.asked).toBe(asked + 1);
    frames.next();
    expect(heard).toHaveBeenCalledOnce();
    expect(store.read().figures.locks).toBe(21);
  });

  it('sums up locks, units, value, sessions, the share of what is left and what ends soon', () => {
    given(
      lock({ quantity: 3, value: 6000 }),
      lock({ session: 'BBBBBB', expiresAt: later(119_000) }),
      lock({ session: 'BBBBBB', expiresAt: later(600_000) }),
    );
    expect(store.read().figures).toEqual({
      locks: 3,
      units: 5,
      value: 15_000,
      sessions: 2,
      share: 0.05,
      left: 100,
      soon: 1,
    });
  });

  it('keeps one that ended in its place for a moment, with why, and then lets it go', () => {
    const [first, second] = given(
      lock({ expiresAt: later(60_000) }),
      lock({ expiresAt: later(120_000) }),
    );
    store.delta(deltaOf({ gone: [{ id: first, reason: 'tab_closed' }] }));
    frames.next();
    expect(shown()).toEqual([first, second]);
    expect(store.read().lines[0]).toMatchObject({ ghost: { reason: 'tab_closed' } });
    expect(store.read().figures.locks).toBe(1);
    store.delta(deltaOf({ serverTime: later(5_000) }));
    frames.next();
    expect(shown()).toEqual([second]);
  });

  it('is replaced as a whole by a snapshot', () => {
    given(lock(), lock());
    const [only] = given(lock());
    expect(shown()).toEqual([only]);
  });
});

describe('while somebody is about to click', () => {
  it('nothing moves: what is new comes last, what ended stays', () => {
    const [first, second] = given(
      lock({ expiresAt: later(60_000) }),
      lock({ expiresAt: later(120_000) }),
    );
    store.hold(true);
    const sooner = lock({ expiresAt: later(30_000) });
    store.delta(
      deltaOf({ serverTime: later(20_000), rows: [sooner], gone: [{ id: first, reason: 'sale' }] }),
    );
    frames.next();
    store.delta(deltaOf({ serverTime: later(29_000) }));
    frames.next();
    expect(shown()).toEqual([first, second, sooner.id]);
    store.hold(false);
    frames.next();
    expect(shown()).toEqual([sooner.id, second]);
  });

  it('another order that is asked for is taken at once', () => {
    const [first, second] = given(lock({ value: 1 }), lock({ value: 2 }));
    store.hold(true);
    store.setSort({ by: 'value', descending: true });
    expect(shown()).toEqual([second, first]);
  });
});

describe('what is chosen', () => {
  it('loses what ended, and what the filters no longer show', () => {
    const [first, second, third] = given(lock(), lock(), lock({ stage: 'paying' }));
    store.selectAll();
    expect([...store.read().selected]).toEqual([first, second, third]);
    store.delta(deltaOf({ gone: [{ id: first, reason: 'timeout' }] }));
    frames.next();
    expect([...store.read().selected]).toEqual([second, third]);
    store.setFilter({ stage: 'paying' });
    expect([...store.read().selected]).toEqual([third]);
  });

  it('reaches from the last one to another, without those that ended', () => {
    const [a, b, c] = given(
      lock({ expiresAt: later(60_000) }),
      lock({ expiresAt: later(70_000) }),
      lock({ expiresAt: later(80_000) }),
    );
    store.toggle([a], a);
    store.delta(deltaOf({ gone: [{ id: b, reason: 'sale' }] }));
    frames.next();
    store.selectTo(c);
    expect([...store.read().selected]).toEqual([a, c]);
  });

  it('all of a session at once, and none of it again', () => {
    const [a, b] = given(lock(), lock(), lock({ session: 'BBBBBB' }));
    store.toggle([a, b]);
    expect(store.read().selected.size).toBe(2);
    store.toggle([a, b]);
    expect(store.read().selected.size).toBe(0);
  });
});

describe('sessions that stand together', () => {
  it('carry their sums, and are folded without being forgotten', () => {
    const [a, b, c] = given(
      lock({ expiresAt: later(60_000), account: 'Clara' }),
      lock({ expiresAt: later(70_000), session: 'BBBBBB' }),
      lock({ expiresAt: later(80_000), stage: 'checkout' }),
    );
    store.setGrouped(true);
    expect(shown()).toEqual(['group AAAAAA', a, c, 'group BBBBBB', b]);
    expect(store.read().lines[0]).toMatchObject({
      open: true,
      group: { account: 'Clara', units: 2, value: 9000, stage: 'checkout' },
    });
    store.fold('AAAAAA', true);
    expect(shown()).toEqual(['group AAAAAA', 'group BBBBBB', b]);
    expect(store.read().matching.size).toBe(3);
  });
});
