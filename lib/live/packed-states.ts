/** Two bits a seat, four seats a byte, the first in the lowest bits; base64. */
export function packStates(states: Uint8Array): string {
  const bytes = new Uint8Array(Math.ceil(states.length / 4));
  for (let i = 0; i < states.length; i++) {
    bytes[i >> 2] = (bytes[i >> 2] as number) | ((states[i] as number) << ((i & 3) * 2));
  }
  return Buffer.from(bytes.buffer).toString('base64');
}
