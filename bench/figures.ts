export type Figure = {
  figure: string;
  value: number;
  unit: string;
  target: string;
  ok: boolean;
};

export function atLeast(figure: string, value: number, target: number, unit = 'ratio'): Figure {
  return { figure, value: round(value), unit, target: `>= ${target}`, ok: value >= target };
}

export function atMost(figure: string, value: number, target: number, unit = 'ratio'): Figure {
  return { figure, value: round(value), unit, target: `<= ${target}`, ok: value <= target };
}

/** A figure that is said without a target. */
export function said(figure: string, value: number, unit: string): Figure {
  return { figure, value: round(value), unit, target: '-', ok: true };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** A table on a terminal; elsewhere one JSON object a line. */
export function print(figures: Figure[]): void {
  if (!process.stdout.isTTY) {
    for (const figure of figures) process.stdout.write(`${JSON.stringify(figure)}\n`);
    return;
  }
  const rows = figures.map(({ figure, value, unit, target, ok }) => [
    figure,
    String(value),
    unit,
    target,
    ok ? 'ok' : 'MISSED',
  ]);
  const table = [['figure', 'value', 'unit', 'target', ''], ...rows];
  const widths = [0, 1, 2, 3, 4].map((i) =>
    Math.max(...table.map((row) => (row[i] as string).length)),
  );
  for (const row of table) {
    const line = row.map((cell, i) => cell.padEnd(widths[i] as number)).join('  ');
    process.stdout.write(`${line.trimEnd()}\n`);
  }
}
