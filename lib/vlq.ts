/**
 * Integers as text, small ones in one character: base64 VLQ as source maps have it (ECMA-426), the
 * sign in the lowest bit, five bits a character, the sixth saying that more follow.
 */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const unknown = 255;
const digitOf = new Uint8Array(128).fill(unknown);
for (const [digit, letter] of [...alphabet].entries()) digitOf[letter.charCodeAt(0)] = digit;

/** Whole numbers up to this far from 0 are written: the database's integers and their differences. */
const valueMax = 2 ** 33;
const scaleMax = 32 ** 6;

export class VlqWriter {
  private readonly parts: string[] = [];

  /** @throws RangeError for what is not a whole number within 2^33 of 0. */
  put(...values: number[]): void {
    for (const value of values) {
      if (!Number.isInteger(value) || Math.abs(value) > valueMax) {
        throw new RangeError(`${value} cannot be packed.`);
      }
      let rest = value < 0 ? -value * 2 + 1 : value * 2;
      do {
        const digit = rest % 32;
        rest = Math.floor(rest / 32);
        this.parts.push(alphabet[rest > 0 ? digit + 32 : digit] as string);
      } while (rest > 0);
    }
  }

  get text(): string {
    return this.parts.join('');
  }
}

export class VlqReader {
  private at = 0;

  constructor(private readonly text: string) {}

  get done(): boolean {
    return this.at >= this.text.length;
  }

  /** @throws RangeError past the end, and for text that is none of a writer's. */
  take(): number {
    const first = this.digit();
    // Nearly all are small.
    if (first < 32) return first & 1 ? -(first >> 1) : first >> 1;
    let value = first - 32;
    for (let scale = 32; ; scale *= 32) {
      if (scale > scaleMax) throw new RangeError('A packed number does not end.');
      const digit = this.digit();
      value += (digit & 31) * scale;
      if (digit < 32) break;
    }
    const size = Math.floor(value / 2);
    return value % 2 === 1 ? -size : size;
  }

  private digit(): number {
    const digit = digitOf[this.text.charCodeAt(this.at++)];
    if (digit === undefined || digit === unknown)
      throw new RangeError('A packed column is broken.');
    return digit;
  }
}
