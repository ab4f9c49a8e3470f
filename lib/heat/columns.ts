import { VlqReader, VlqWriter } from '@/lib/vlq';

/** A list of whole numbers as the database wrote it with `string_agg`. */
export const numbers = (list: string | null): number[] => (list ? list.split(',').map(Number) : []);

/** Numbers as text, small ones in one character. */
export function column(values: readonly number[]): string {
  const writer = new VlqWriter();
  for (const value of values) writer.put(value);
  return writer.text;
}

/** The same by their difference to the one before: ids that rise take one character each. */
export function ascending(values: readonly number[]): string {
  return column(values.map((value, i) => value - (values[i - 1] ?? 0)));
}

export function readColumn(text: string): number[] {
  const reader = new VlqReader(text);
  const values: number[] = [];
  while (!reader.done) values.push(reader.take());
  return values;
}

export function readAscending(text: string): number[] {
  let before = 0;
  return readColumn(text).map((step) => {
    before += step;
    return before;
  });
}
