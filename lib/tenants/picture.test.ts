import { describe, expect, it } from 'vitest';
import { readPicture } from './picture';
import { jpeg, png, webp } from './testing/pictures';

const refused = (bytes: Buffer) => {
  try {
    readPicture(bytes);
  } catch (error) {
    return (error as { details: { reason: string } }).details.reason;
  }
  return null;
};

describe('a picture for a logo', () => {
  it.each([
    ['image/png', png(320, 120)],
    ['image/jpeg', jpeg(320, 120)],
    ['image/webp', webp(320, 120)],
  ])('is a %s by its bytes, and as large as they say', (mime, bytes) => {
    expect(readPicture(bytes)).toEqual({ mime, width: 320, height: 120 });
  });

  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'.padEnd(64))],
    ['a GIF', Buffer.from('GIF89a'.padEnd(64, '\0'), 'latin1')],
    ['a PDF', Buffer.from('%PDF-1.7'.padEnd(64))],
  ])('is not %s, whatever it is called', (_what, bytes) => {
    expect(refused(bytes)).toBe('kind');
  });

  it.each([
    ['a PNG', png(10_000, 10_000)],
    ['a JPEG', jpeg(10_000, 40)],
    ['a WebP', webp(40, 10_000)],
    ['a speck', png(15, 200)],
  ])('is no larger or smaller than a page can use: %s', (_what, bytes) => {
    expect(bytes.length).toBeLessThan(256 * 1024);
    expect(refused(bytes)).toBe('dimensions');
  });

  it('has at most 256 KiB', () => {
    const most = 256 * 1024;
    const filled = (size: number) =>
      png(32, 32, { chunks: [['tEXt', Buffer.alloc(size - png(32, 32).length - 12)]] });
    expect(filled(most)).toHaveLength(most);
    expect(refused(filled(most))).toBeNull();
    expect(refused(filled(most + 1))).toBe('size');
    expect(refused(Buffer.alloc(0))).toBe('size');
  });

  it('stands still', () => {
    expect(refused(png(32, 32, { chunks: [['acTL', Buffer.alloc(8)]] }))).toBe('moves');
    expect(refused(webp(32, 32, { moves: true }))).toBe('moves');
  });

  it.each([
    ['PNG', png(64, 64)],
    ['JPEG', jpeg(64, 64)],
    ['WebP', webp(64, 64)],
  ])('that was cut off anywhere is refused, never thrown over: %s', (_kind, bytes) => {
    for (let length = 1; length < bytes.length; length++) {
      expect(['kind', 'broken'], String(length)).toContain(refused(bytes.subarray(0, length)));
    }
  });

  it('with anything behind its end is refused', () => {
    expect(refused(Buffer.concat([png(64, 64), Buffer.from('<script>')]))).toBe('broken');
  });
});
