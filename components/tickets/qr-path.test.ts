import QRCode from 'qrcode';
import { describe, expect, it } from 'vitest';
import { qrPath } from './qr-path';

const code = '7K3F9QX27K3F9QX27K3F9QX27K';

describe("a ticket's QR code", () => {
  it('draws exactly the dark modules, inside a quiet zone of four', () => {
    const { size, path } = qrPath(code);
    const { modules } = QRCode.create(code, { errorCorrectionLevel: 'Q' });
    expect(size).toBe(modules.size + 8);

    const drawn = new Set<string>();
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
      for (let n = 0; n < Number(length); n += 1) drawn.add(`${Number(x) + n},${y}`);
    }
    const dark = new Set<string>();
    for (let y = 0; y < modules.size; y += 1) {
      for (let x = 0; x < modules.size; x += 1) {
        if (modules.get(y, x)) dark.add(`${x + 4},${y + 4}`);
      }
    }
    expect(drawn).toEqual(dark);
  });

  it('differs from ticket to ticket', () => {
    expect(qrPath(code).path).not.toBe(qrPath(code.replace('7', '8')).path);
  });
});
