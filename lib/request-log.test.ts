import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Config, parseConfig } from './config';
import { sessionName } from './locks/session-name';
import { processWide } from './process-wide';
import { flushRequests, logRequest, type RequestEntry } from './request-log';

const shared = () => (globalThis as typeof globalThis & { butaca?: Map<string, unknown> }).butaca;
const environment = {
  DATABASE_URL: 'postgres://localhost/butaca',
  AUTH_SECRET: 'a secret of at least thirty-two letters',
};
const configure = (more: Record<string, string> = {}) => {
  shared()?.delete('config');
  processWide<Config>('config', () => parseConfig({ ...environment, ...more }));
};
const entry: RequestEntry = {
  requestId: 'r-1',
  name: 'POST /sales/cart/lock',
  tenant: 'aurora',
  sessionKey: 's'.repeat(40),
  outcome: 'items_unavailable',
  status: 409,
  ms: 12.3456,
};
let written: string[];

beforeEach(() => {
  written = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
});
afterEach(() => {
  flushRequests();
  vi.restoreAllMocks();
  shared()?.clear();
});

test('a request is one line: who asked by a short name, what for, and how it went', () => {
  configure();
  logRequest(entry);
  flushRequests();
  const { time, ...line } = JSON.parse(written.join(''));
  expect(Date.parse(time)).not.toBeNaN();
  expect(line).toEqual({
    level: 'info',
    message: 'request',
    requestId: 'r-1',
    name: 'POST /sales/cart/lock',
    tenant: 'aurora',
    session: sessionName('s'.repeat(40)),
    outcome: 'items_unavailable',
    status: 409,
    ms: 12.3,
  });
  expect(written.join('')).not.toContain('s'.repeat(40));
});

test.each(['x'.repeat(9_000), 'ana@example.org', '', { toString: 'x' } as never])(
  'what was sent in place of a house’s name is not written down',
  (tenant) => {
    configure();
    logRequest({ ...entry, tenant });
    flushRequests();
    expect(JSON.parse(written.join('')).tenant).toBeNull();
  },
);

test('lines that come together are written together, and soon', () => {
  configure();
  vi.useFakeTimers();
  for (let n = 0; n < 500; n++) logRequest(entry);
  expect(written).toEqual([]);
  vi.advanceTimersByTime(250);
  vi.useRealTimers();
  expect(written).toHaveLength(1);
  expect(written[0]?.trimEnd().split('\n')).toHaveLength(500);
});

test('more than can be written are counted and not kept', () => {
  configure();
  for (let n = 0; n < 20_005; n++) logRequest(entry);
  flushRequests();
  const lines = written.join('').trimEnd().split('\n');
  expect(lines).toHaveLength(20_001);
  expect(JSON.parse(lines.at(-1) as string)).toMatchObject({ level: 'warn', dropped: 5 });
});

test('the demo’s terminal stays quiet unless it is asked', () => {
  configure({ DEMO: '1' });
  logRequest(entry);
  flushRequests();
  expect(written).toEqual([]);
  configure({ DEMO: '1', LOG_REQUESTS: '1' });
  logRequest(entry);
  flushRequests();
  expect(written).toHaveLength(1);
});
