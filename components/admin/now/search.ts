import type { WatchedEvent } from '@/lib/watch/schema';
import { plain, type Row } from './row';

/** What is shown, in the reader's words. */
export type Spoken = {
  /** A lock's place, short and long. */
  places(row: Row): readonly string[];
  /** An event, with its day and hour. */
  event(event: WatchedEvent): string;
};

/** Whether a lock is one of those that the text speaks of. */
export type Sought = (row: Row) => boolean;

/** A lock's own words and its event's, each between spaces; a break between two parts. */
type Texts = { own: string; event: string };

const unspoken: Spoken = { places: () => [], event: ({ name }) => name };

/** Accents, case and punctuation are not typed by who searches. */
const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const isFigure = (word: string | undefined): word is string => /^\d+$/.test(word ?? '');
const textOf = (parts: readonly string[]) =>
  parts.map((part) => ` ${wordsOf(part).join(' ')} `).join('\n');

/** What locks are found by: made once of each that is looked at, and kept while it is as it is. */
export class Searched {
  readonly #texts = new WeakMap<Row, string>();

  constructor(private readonly spoken: Spoken = unspoken) {}

  matcher(text: string, events: readonly WatchedEvent[]): Sought {
    const wanted = wantedOf(wordsOf(text));
    if (wanted.length === 0) return () => true;
    const ofEvents = new Map(events.map((one) => [one.id, textOf([this.spoken.event(one)])]));
    return (row) => {
      const texts = { own: this.#ownOf(row), event: ofEvents.get(row.eventId) ?? '' };
      return wanted.every((isIn) => isIn(texts));
    };
  }

  #ownOf(row: Row): string {
    const known = this.#texts.get(row);
    if (known !== undefined) return known;
    const { zoneName, session, account, address } = row;
    const parts = [zoneName, ...this.spoken.places(row), session, account ?? '', address ?? ''];
    const text = textOf(parts);
    this.#texts.set(row, text);
    return text;
  }
}

function wantedOf(words: string[]): ((texts: Texts) => boolean)[] {
  return words.map((word, at) =>
    isFigure(word)
      ? figureIn(word, words[at - 1], words[at + 1])
      : ({ own, event }) => own.includes(` ${word}`) || event.includes(` ${word}`),
  );
}

/**
 * A figure goes with the word beside it, where the lock has that word beside a figure: `row 1` is
 * not row 12, nor seat 1 of another row; `3 places` are three. By itself it begins one of the lock's.
 */
function figureIn(figure: string, before: string | undefined, after: string | undefined) {
  const named = ` ${before} ${figure} `;
  const counted = ` ${figure} ${after}`;
  const isNamed = new RegExp(` ${before} \\d`);
  const isCounted = new RegExp(` \\d+ ${after}`);
  return ({ own, event }: Texts): boolean => {
    if (event.includes(named) || event.includes(counted)) return true;
    if (isFigure(before) || isNamed.test(own)) return own.includes(named);
    if (!isFigure(after) && isCounted.test(own)) return own.includes(counted);
    return own.includes(` ${figure}`);
  };
}
