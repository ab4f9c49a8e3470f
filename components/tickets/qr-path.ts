import QRCode from 'qrcode';

/** Light modules around the code, without which scanners do not find it (ISO/IEC 18004: 4). */
const quietZone = 4;

export type QrPath = { size: number; path: string };

/** The dark modules of a QR code of `text` as one SVG path, in a square of `size` units. */
export function qrPath(text: string): QrPath {
  // Q survives a quarter of the code being scratched, wet or folded.
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'Q' });
  const runs: string[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      let length = 0;
      while (x + length < modules.size && modules.get(y, x + length)) length += 1;
      if (length === 0) continue;
      runs.push(`M${x + quietZone} ${y + quietZone}h${length}v1h-${length}z`);
      x += length;
    }
  }
  return { size: modules.size + quietZone * 2, path: runs.join('') };
}
