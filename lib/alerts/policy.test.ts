import { array, constantFrom, double, assert as forAll, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  freshMax,
  isOver,
  knownOf,
  lastingMax,
  mailFor,
  mailsAnHourMax,
  onSaleRushSeconds,
  quietSeconds,
  rulesFrom,
  shareIsOver,
  shareUnitsMin,
  spikeIsOver,
  spikeLocksMin,
  unexplained,
  withRoom,
} from './policy';
import { type Finding, type RuleKind, ruleKinds } from './schema';

const rules = rulesFrom([]);
const rule = (kind: RuleKind) => rules.find((one) => one.kind === kind)!;
const long = onSaleRushSeconds * 10;

describe('a rule', () => {
  it('holds above its threshold, never at it or below, and never when it is off', () => {
    const any = property(
      constantFrom(...ruleKinds),
      integer({ min: 1, max: 5_000 }),
      integer({ min: 0, max: 10_000 }),
      (kind, threshold, count) => {
        const on = { ...rule(kind), threshold };
        expect(isOver(on, count)).toBe(count > threshold);
        expect(isOver({ ...on, enabled: false }, count)).toBe(false);
      },
    );
    forAll(any);
  });

  it('tells of sixty by one session out of the box, and not of a class with its teachers', () => {
    expect(isOver(rule('session_units'), 60)).toBe(true);
    expect(isOver(rule('session_units'), 35)).toBe(false);
  });

  it('lets twenty colleagues behind one address choose six each', () => {
    expect(isOver(rule('address_units'), 120)).toBe(false);
    expect(isOver(rule('address_units'), 121)).toBe(true);
  });

  it('is as the tenant changed it, and inherits the rest', () => {
    const own = { kind: 'spike', enabled: false, threshold: null, windowSeconds: 600, mail: null };
    const changed = rulesFrom([own]).find(({ kind }) => kind === 'spike');
    expect(changed).toEqual({ ...rule('spike'), enabled: false, windowSeconds: 600 });
  });
});

describe('a share of an event', () => {
  it('is never told of a tiny hall, and always above the threshold of a big one', () => {
    const any = property(
      integer({ min: 0, max: 100_000 }),
      integer({ min: 1, max: 100_000 }),
      (held, capacity) => {
        const told = shareIsOver(rule('event_share'), { held, capacity });
        expect(told).toBe(held > shareUnitsMin && held / capacity > 0.25);
      },
    );
    forAll(any);
  });
});

describe('a share of an event that is told already', () => {
  it('goes on down to four fifths of what it is told by', () => {
    const lasts = (held: number, capacity: number) =>
      shareIsOver(rule('event_share'), { held, capacity, lasts: true });
    expect(lasts(201, 1_000)).toBe(true);
    expect(lasts(200, 1_000)).toBe(false);
    expect(lasts(81, 100)).toBe(true);
    expect(lasts(80, 100)).toBe(false);
    const off = { ...rule('event_share'), enabled: false };
    expect(shareIsOver(off, { held: 900, capacity: 1_000, lasts: true })).toBe(false);
  });
});

describe('the room for alerts', () => {
  const burst = (source: string, count: number): Finding => ({
    kind: 'session_units',
    sourceKind: 'session',
    source,
    eventId: null,
    count,
  });
  const counts = array(integer({ min: 41, max: 400 }), { maxLength: 500 });
  const room = (known: number[], fresh: number[]) => {
    const lasting = known.map((count, n) => burst(`known ${n}`, count));
    const { has } = knownOf(lasting, 'session_units');
    return withRoom([...fresh.map((count, n) => burst(`new ${n}`, count)), ...lasting], has);
  };

  it('is bounded, and has a place for every giant', () => {
    const any = property(counts, counts, (known, fresh) => {
      const told = room(known, [...fresh, 900]);
      expect(told.length).toBeLessThanOrEqual(lastingMax + freshMax);
      expect(told.map(({ count }) => count)).toContain(900);
      const stay = told.filter(({ source }) => source.startsWith('known'));
      expect(stay).toHaveLength(Math.min(known.length, lastingMax));
    });
    forAll(any);
  });

  it('is not given to a newcomer that is less than all that fill it', () => {
    const full = Array(lastingMax).fill(100);
    expect(room(full, [99])).toHaveLength(lastingMax);
    expect(room(full, [101]).map(({ count }) => count)).toContain(101);
    expect(room(full.slice(1), [99]).map(({ count }) => count)).toContain(99);
  });

  it('is given to nobody who would lose it at the next reading', () => {
    const any = property(counts, counts, (known, fresh) => {
      const raised = room(known, fresh).filter(({ source }) => source.startsWith('new'));
      const { has } = knownOf(raised, 'session_units');
      const next = [...known.map((count, n) => burst(`known ${n}`, count)), ...raised];
      const kept = withRoom(next, (finding) => has(finding) || finding.source.startsWith('known'));
      for (const finding of raised) expect(kept).toContain(finding);
    });
    forAll(any);
  });
});

describe('a spike', () => {
  const usualRush = { recent: 60, usual: 0, onSaleSeconds: long };

  it('is told after a quiet hour, and never below the least that counts', () => {
    expect(spikeIsOver(rule('spike'), usualRush)).toBe(true);
    expect(spikeIsOver(rule('spike'), { ...usualRush, recent: spikeLocksMin })).toBe(false);
  });

  it('is never told within the factor of what is usual', () => {
    const any = property(
      integer({ min: 0, max: 20_000 }),
      double({ min: 0, max: 5_000, noNaN: true }),
      (recent, usual) => {
        const told = spikeIsOver(rule('spike'), { recent, usual, onSaleSeconds: long });
        expect(told).toBe(recent > spikeLocksMin && recent > usual * 5);
      },
    );
    forAll(any);
  });

  it('is not told in the first hour of an on-sale, however wild', () => {
    const rush = { recent: 100_000, usual: 0, onSaleSeconds: onSaleRushSeconds };
    expect(spikeIsOver(rule('spike'), rush)).toBe(false);
  });

  it('that one source makes alone is told as that source', () => {
    const spike: Finding = {
      kind: 'spike',
      sourceKind: null,
      source: '',
      eventId: 'e',
      count: 90,
      also: { usual: 1 },
    };
    const burst: Finding = {
      kind: 'session_units',
      sourceKind: 'session',
      source: 's',
      eventId: null,
      count: 60,
      also: { locks: 60 },
    };
    expect(unexplained([burst, spike], rules)).toEqual([burst]);
    const crowd = { ...spike, count: 111 };
    expect(unexplained([burst, crowd], rules)).toEqual([burst, crowd]);
    // Sixty places of one choice are one lock: the others are still many.
    const choice = { ...burst, also: { locks: 1 } };
    expect(unexplained([choice, spike], rules)).toEqual([choice, spike]);
  });
});

describe('the end of an alert', () => {
  it('waits for a window without, and for five minutes at most', () => {
    expect(quietSeconds({ windowSeconds: 60 })).toBe(60);
    expect(quietSeconds({ windowSeconds: 3_600 })).toBe(300);
  });
});

describe('mails of alerts', () => {
  it('go out twenty an hour, then one that says that there are more, then none', () => {
    const mail = { mail: true };
    const kinds = Array.from({ length: mailsAnHourMax + 3 }, (_, sent) => mailFor(mail, sent));
    expect(kinds.slice(0, mailsAnHourMax)).toEqual(Array(mailsAnHourMax).fill(1));
    expect(kinds.slice(mailsAnHourMax)).toEqual([2, 0, 0]);
  });

  it('do not go out for a rule whose mail is off', () => {
    expect(mailFor({ mail: false }, 0)).toBe(0);
  });
});
