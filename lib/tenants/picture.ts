import { DomainError } from '@/lib/errors';
import { logoLimits } from './policy';

export type Mime = 'image/png' | 'image/jpeg' | 'image/webp';
export type Picture = { mime: Mime; width: number; height: number };
type Read = Picture & { moves: boolean };

/**
 * What a picture is by its bytes, whatever its name says. Only its frame is read, never its
 * points: nothing here can be made to unpack a bomb.
 * @throws DomainError `invalid_logo` with `reason`: `size`, `kind`, `broken`, `dimensions`, `moves`.
 */
export function readPicture(bytes: Buffer): Picture {
  if (bytes.length < 1 || bytes.length > logoLimits.bytesMax) throw refusal('size');
  const read = readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes);
  if (!read) throw refusal('kind');
  const { moves, ...picture } = read;
  const { sideMin, sideMax } = logoLimits;
  if ([picture.width, picture.height].some((side) => side < sideMin || side > sideMax)) {
    throw refusal('dimensions');
  }
  if (moves) throw refusal('moves');
  return picture;
}

const refusal = (reason: 'size' | 'kind' | 'broken' | 'dimensions' | 'moves') =>
  new DomainError('invalid_logo', { reason });

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** PNG 1.2, 3: a signature, then chunks of length, name, content and checksum. */
function readPng(bytes: Buffer): Read | null {
  if (!bytes.subarray(0, 8).equals(pngSignature)) return null;
  const names: string[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    names.push(bytes.toString('latin1', at + 4, at + 8));
    at += 12 + bytes.readUInt32BE(at);
  }
  const whole = names[0] === 'IHDR' && names.includes('IDAT') && names.at(-1) === 'IEND';
  if (!whole || at !== bytes.length) throw refusal('broken');
  return {
    mime: 'image/png',
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    moves: names.includes('acTL'),
  };
}

/** ITU T.81, B.1: markers with their lengths, up to the frame that tells the size. */
function readJpeg(bytes: Buffer): Read | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] as number;
    // SOF0 to SOF15, without the tables and the reserved ones among them.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      if (bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < at) throw refusal('broken');
      return { mime: 'image/jpeg', width, height, moves: false };
    }
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  throw refusal('broken');
}

/** WebP container: RIFF, its length, WEBP, and a first chunk of one of three kinds. */
function readWebp(bytes: Buffer): Read | null {
  const text = (from: number) => bytes.toString('latin1', from, from + 4);
  if (text(0) !== 'RIFF' || text(8) !== 'WEBP') return null;
  if (bytes.length < 30 || bytes.readUInt32LE(4) + 8 !== bytes.length) throw refusal('broken');
  const mime = 'image/webp';
  switch (text(12)) {
    case 'VP8X':
      return {
        mime,
        width: bytes.readUIntLE(24, 3) + 1,
        height: bytes.readUIntLE(27, 3) + 1,
        moves: ((bytes[20] as number) & 0b10) !== 0,
      };
    case 'VP8L': {
      const sizes = bytes.readUInt32LE(21);
      const [width, height] = [(sizes & 0x3fff) + 1, ((sizes >>> 14) & 0x3fff) + 1];
      return { mime, width, height, moves: false };
    }
    case 'VP8 ': {
      const [width, height] = [bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff];
      return { mime, width, height, moves: false };
    }
    default:
      throw refusal('broken');
  }
}
