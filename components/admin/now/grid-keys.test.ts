import { describe, expect, it } from 'vitest';
import { keyDeed } from './grid-keys';
import { groupLines } from './lines';
import { rowOf } from './row';
import { lock } from './testing';

const rows = ['AAAAAA', 'AAAAAA', 'BBBBBB'].map((session) => rowOf(lock({ session })));
/** group A, lock, lock, group B, lock */
const lines = groupLines(rows, new Set(), new Map());
const press = (key: string, at: number, held: { shiftKey?: boolean; ctrlKey?: boolean } = {}) =>
  keyDeed({ key, shiftKey: false, ctrlKey: false, metaKey: false, ...held }, lines, at, 3);

describe('the keys of the table', () => {
  it('move by lines, by what is in sight, and to the ends, never beyond them', () => {
    const to = (key: string, at: number) => press(key, at);
    expect(to('ArrowDown', 1)).toMatchObject({ do: 'move', to: 2 });
    expect(to('ArrowDown', 4)).toMatchObject({ do: 'move', to: 4 });
    expect(to('ArrowUp', 0)).toMatchObject({ do: 'move', to: 0 });
    expect(to('PageDown', 0)).toMatchObject({ do: 'move', to: 3 });
    expect(to('End', 0)).toMatchObject({ do: 'move', to: 4 });
    expect(to('Home', 4)).toMatchObject({ do: 'move', to: 0 });
  });

  it('fold a session, and lead from a lock to the session that it stands under', () => {
    expect(press('ArrowLeft', 0)).toEqual({ do: 'fold', closed: true });
    expect(press('ArrowRight', 0)).toEqual({ do: 'fold', closed: false });
    expect(press('ArrowLeft', 2)).toMatchObject({ do: 'move', to: 0 });
    expect(press('ArrowRight', 2)).toBeNull();
  });

  it('choose one, a range and all, and leave the browser its own', () => {
    expect(press(' ', 1)).toEqual({ do: 'select', extend: false });
    expect(press('ArrowDown', 1, { shiftKey: true })).toMatchObject({ extend: true });
    expect(press('a', 1, { ctrlKey: true })).toEqual({ do: 'all' });
    expect(press('c', 1, { ctrlKey: true })).toBeNull();
    expect(press('Tab', 1)).toBeNull();
  });
});
