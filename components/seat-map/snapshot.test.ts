import { describe, expect, it } from 'vitest';
import { unpackStates } from './snapshot';

const base64 = (...bytes: number[]) => btoa(String.fromCharCode(...bytes));

describe('a snapshot of seat states', () => {
  it('holds four seats a byte, the first in the lowest two bits', () => {
    const states = new Uint8Array(4);
    unpackStates(base64(0b11_10_01_00), states);
    expect([...states]).toEqual([0, 1, 2, 3]);
  });

  it('may end in the middle of a byte', () => {
    const states = new Uint8Array(5);
    unpackStates(base64(0b00_00_00_10, 0b11_11_11_01), states);
    expect([...states]).toEqual([2, 0, 0, 0, 1]);
  });

  it('that is too short for the map is refused, not read as free seats', () => {
    expect(() => unpackStates(base64(0), new Uint8Array(5))).toThrow(RangeError);
  });
});
