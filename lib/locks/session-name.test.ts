import { describe, expect, it } from 'vitest';
import { addressName, sessionName } from './session-name';

const key = 'k'.repeat(40);

describe('the short name of a session', () => {
  it('is six letters and figures that nobody mistakes for others, the same each time', () => {
    expect(sessionName(key)).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(sessionName(key)).toBe(sessionName(key));
  });

  it('differs between sessions, and tells nothing of the key', () => {
    const names = Array.from({ length: 500 }, (_, n) => sessionName(`${key.slice(4)}${n + 1000}`));
    expect(new Set(names).size).toBe(500);
    expect(key).not.toContain(sessionName(key));
  });
});

describe('the short name of a network address', () => {
  it('is of the same form, and none where the address is not known', () => {
    expect(addressName('a'.repeat(22))).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(addressName(null)).toBeNull();
  });

  it('is never a session’s', () => {
    expect(addressName(key)).not.toBe(sessionName(key));
  });
});
