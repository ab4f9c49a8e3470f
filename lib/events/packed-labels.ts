import { VlqReader, VlqWriter } from '@/lib/vlq';

const countedMax = 1_000_000_000;
/** Labels up to this are made once and shared by all seats that have them. */
const sharedMax = 10_000;

/** The number that a label is, where it is written just as numbers are; else null. */
function counted(label: string | undefined): number | null {
  if (label === undefined || !/^(0|[1-9]\d{0,8})$/.test(label)) return null;
  return Number(label);
}

/**
 * Seats count up or down, or by twos: a run is its length, its first number above the last run's,
 * and from two seats on its step. Another name is told as -1 and the name's index.
 */
export function packLabels(labels: readonly string[], nameOf: (name: string) => number): string {
  const writer = new VlqWriter();
  let before = 0;
  for (let at = 0; at < labels.length; ) {
    const first = counted(labels[at]);
    if (first === null) {
      writer.put(-1, nameOf(labels[at] as string));
      at += 1;
      continue;
    }
    const step = (counted(labels[at + 1]) ?? first) - first;
    let length = 1;
    while (counted(labels[at + length]) === first + step * length) length += 1;
    writer.put(length, first - before);
    if (length > 1) writer.put(step);
    before = first;
    at += length;
  }
  return writer.text;
}

/** @throws RangeError where the text is not one that `packLabels` makes for so many seats. */
export function unpackLabels(
  text: string,
  seats: number,
  named: (index: number) => string,
): string[] {
  const reader = new VlqReader(text);
  const labels = new Array<string>(seats);
  const shared: string[] = [];
  let before = 0;
  let at = 0;
  while (!reader.done) {
    const length = reader.take();
    if (length === 0 || length < -1 || at + Math.abs(length) > seats) {
      throw new RangeError('A packed run of labels is too long.');
    }
    if (length === -1) {
      labels[at++] = named(reader.take());
      continue;
    }
    before += reader.take();
    const step = length > 1 ? reader.take() : 0;
    const last = before + step * (length - 1);
    if (Math.min(before, last) < 0 || Math.max(before, last) > countedMax) {
      throw new RangeError(`No seats are called from ${before} to ${last}.`);
    }
    for (let i = 0, number = before; i < length; i++, number += step) {
      labels[at++] = shared[number] ?? shareable(shared, number);
    }
  }
  if (at !== seats) throw new RangeError('Packed labels are missing.');
  return labels;
}

function shareable(shared: string[], number: number): string {
  const label = String(number);
  if (number <= sharedMax) shared[number] = label;
  return label;
}
