import { expect, test } from 'vitest';
import { invariantNames, type Violation } from './invariant';
import { report } from './report';

const violation = (row: string): Violation => ({
  invariant: 'capacity',
  tenantId: 7,
  row,
  why: '3 sold and 2 held of a capacity of 4',
});

test('a database in order gets one line an invariant', () => {
  expect(report([]).split('\n')).toEqual(invariantNames.map((name) => `ok      ${name}`));
});

test('a broken invariant names its rows, the others stay ok', () => {
  const lines = report([violation('zones 12')]).split('\n');
  expect(lines).toContain('BROKEN  capacity (1)');
  expect(lines).toContain('          tenant 7, zones 12: 3 sold and 2 held of a capacity of 4');
  expect(lines.filter((line) => line.startsWith('ok'))).toHaveLength(invariantNames.length - 1);
});

test('a flood of rows is cut and counted', () => {
  const many = Array.from({ length: 400 }, (_, i) => violation(`zones ${i}`));
  const lines = report(many).split('\n');
  expect(lines).toContain('BROKEN  capacity (400)');
  expect(lines).toContain('          … and 380 more');
  expect(lines).toHaveLength(invariantNames.length + 21);
});
