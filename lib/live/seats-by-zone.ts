/** Which seats (by index) are in which zone: sorted once, when it is first asked for. */
export class SeatsByZone {
  private sorted: Map<number, Int32Array> | null = null;

  constructor(private readonly zoneOf: Int32Array) {}

  of(zoneId: number): Int32Array {
    this.sorted ??= this.sort();
    return this.sorted.get(zoneId) ?? none;
  }

  private sort(): Map<number, Int32Array> {
    const counts = new Map<number, number>();
    for (const zone of this.zoneOf) counts.set(zone, (counts.get(zone) ?? 0) + 1);
    const sorted = new Map([...counts].map(([zone, count]) => [zone, new Int32Array(count)]));
    // Filled from behind, so that the counts run down to where the next goes.
    for (let i = this.zoneOf.length - 1; i >= 0; i--) {
      const zone = this.zoneOf[i] as number;
      const at = (counts.get(zone) as number) - 1;
      counts.set(zone, at);
      (sorted.get(zone) as Int32Array)[at] = i;
    }
    return sorted;
  }
}

const none = new Int32Array(0);
