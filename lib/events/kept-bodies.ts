export type PackedBody = {
  version: number;
  /** JSON of `packedGeometrySchema`. Not compressed: Next.js lets no handler do that itself. */
  bytes: Uint8Array<ArrayBuffer>;
};

const bodiesMax = 20;
const bytesMax = 8 * 1024 * 1024;

/** The bodies that were asked for last, as far as there is room; those being made are shared. */
export class KeptBodies {
  /** In the order of their last use. */
  private readonly bodies = new Map<string, PackedBody>();
  private readonly making = new Map<string, Promise<PackedBody | null>>();
  private bytes = 0;

  constructor(private readonly limits = { bodies: bodiesMax, bytes: bytesMax }) {}

  async get(key: string, make: () => Promise<PackedBody | null>): Promise<PackedBody | null> {
    const there = this.bodies.get(key);
    if (there) {
      this.bodies.delete(key);
      this.bodies.set(key, there);
      return there;
    }
    const making = this.making.get(key) ?? this.make(key, make);
    return making;
  }

  private make(key: string, make: () => Promise<PackedBody | null>): Promise<PackedBody | null> {
    const making = make()
      .then((body) => {
        if (body) this.keep(key, body);
        return body;
      })
      .finally(() => this.making.delete(key));
    this.making.set(key, making);
    return making;
  }

  private keep(key: string, body: PackedBody): void {
    if (body.bytes.length > this.limits.bytes) return;
    this.bodies.set(key, body);
    this.bytes += body.bytes.length;
    for (const [oldest, { bytes }] of this.bodies) {
      if (this.bodies.size <= this.limits.bodies && this.bytes <= this.limits.bytes) break;
      this.bodies.delete(oldest);
      this.bytes -= bytes.length;
    }
  }
}
