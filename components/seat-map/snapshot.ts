/**
 * Unpacks the seat states of an availability answer.
 * @param base64 two bits a seat in geometry order, four seats a byte, the first seat lowest
 * @param states filled in place, one state a seat
 * @throws RangeError when the answer holds fewer seats than the map
 */
export function unpackStates(base64: string, states: Uint8Array): void {
  const bytes = atob(base64);
  if (bytes.length < Math.ceil(states.length / 4)) {
    throw new RangeError(`A snapshot of ${bytes.length} bytes for ${states.length} seats`);
  }
  for (let index = 0; index < states.length; index++) {
    states[index] = (bytes.charCodeAt(index >> 2) >> ((index & 3) << 1)) & 3;
  }
}
