import { describe, expect, it } from 'vitest';
import { carriesMark, knownBrowser, knownBrowserSetCookie } from './known-browser';

const someone = (email: string, passwordHash = 'one') => ({ email, passwordHash });
const ana = someone('ana@example.org');
/** The browser's jar after that account has signed in. */
const signIn = (jar: string | null, owner: typeof ana) =>
  knownBrowserSetCookie(jar, owner, true).split(';')[0]!;

describe('a browser that an account has signed in with', () => {
  it('is known to that account, among other cookies, and to no other', () => {
    const jar = `a=1; ${signIn(null, ana)}; butaca_session=x`;
    expect(knownBrowser(jar, ana)).toMatch(/^[\w-]{22}$/);
    expect(knownBrowser(jar, someone('eva@example.org'))).toBeNull();
    expect(knownBrowser(null, ana)).toBeNull();
  });

  it('has the mark for a year, out of reach of scripts and of other sites, and only over HTTPS there', () => {
    const [pair, ...attributes] = knownBrowserSetCookie(null, ana, true).split('; ');
    expect(pair).toMatch(/^butaca_known=[\w-]{65}$/);
    expect(attributes).toEqual([
      'Path=/api/auth',
      'Max-Age=31536000',
      'HttpOnly',
      'SameSite=Lax',
      'Secure',
    ]);
    expect(knownBrowserSetCookie(null, ana, false)).not.toContain('Secure');
  });

  it('has a mark that is no other’s, and that tells nobody whose it is', () => {
    const [one, other] = [signIn(null, ana), signIn(null, ana)];
    expect(knownBrowser(one, ana)).not.toBe(knownBrowser(other, ana));
    const inside = Buffer.from(one.replace('butaca_known=', ''), 'base64url').toString('latin1');
    expect(one + inside).not.toMatch(/ana|example/);
  });

  it('is a stranger once the password is another, and is known again from the next sign-in', () => {
    const jar = signIn(null, ana);
    const changed = someone(ana.email, 'two');
    expect(knownBrowser(jar, changed)).toBeNull();
    expect(carriesMark(jar)).toBe(true);
    expect(knownBrowser(signIn(jar, changed), changed)).not.toBe(knownBrowser(jar, ana));
    expect(knownBrowser(signIn(jar, changed), changed)).toMatch(/^[\w-]{22}$/);
  });

  it('keeps its mark when the account signs in again', () => {
    const jar = signIn(null, ana);
    expect(signIn(jar, ana)).toBe(jar);
  });

  it('is known to the last four accounts, whoever came and went', () => {
    const people = ['1', '2', '3', '4', '5'].map((n) => someone(`persona${n}@example.org`));
    const known = (jar: string) => people.filter((owner) => knownBrowser(jar, owner));
    let jar = people.slice(0, 4).reduce<string | null>(signIn, null)!;
    expect(known(jar)).toEqual(people.slice(0, 4));
    jar = signIn(jar, people[0]!);
    jar = signIn(jar, people[4]!);
    expect(known(jar)).toEqual([people[0], people[2], people[3], people[4]]);
    expect(jar.length).toBeLessThan(300);
  });
});
