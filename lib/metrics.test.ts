import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { metrics } from './metrics';

type Dashboard = { panels: { title: string; targets: { expr: string }[] }[] };
const dashboard = JSON.parse(
  readFileSync(new URL('../ops/grafana.json', import.meta.url), 'utf8'),
) as Dashboard;

/** What an expression asks for: names that are ours, or of Node.js and the process. */
const named = (expr: string) =>
  [...expr.matchAll(/\b(butaca|nodejs|process)_[a-z0-9_]+/g)].map(([name]) => name);

test('the dashboard asks for figures that the product has, and shows every one of its own', async () => {
  const { registry } = metrics();
  const known = new Set(
    (await registry.getMetricsAsJSON()).flatMap(({ name, type }) =>
      String(type) === 'histogram' ? [`${name}_bucket`, `${name}_count`] : [name],
    ),
  );
  const asked = dashboard.panels.flatMap(({ targets }) =>
    targets.flatMap(({ expr }) => named(expr)),
  );
  expect(asked.filter((name) => !known.has(name))).toEqual([]);
  const own = [...known].filter((name) => name.startsWith('butaca_') && !name.endsWith('_count'));
  expect(own.filter((name) => !asked.includes(name))).toEqual([]);
});

test('every figure says what it counts', () => {
  for (const each of metrics().registry.getMetricsAsArray()) {
    if (each.name.startsWith('butaca_')) expect(each.help, each.name).toMatch(/\w.*\.$/);
  }
});
