import { createHash } from 'node:crypto';

export const cartChannel = 'butaca_carts';

/** Names a session's cart in notifications, which its key must not travel in. */
export function cartTag(tenantId: number, sessionKey: string): string {
  return createHash('sha256').update(`${tenantId} ${sessionKey}`).digest('base64url').slice(0, 22);
}

/** Who wants to hear that somebody else changed a cart, by the cart's tag. */
export class CartBells {
  private readonly bells = new Map<string, Set<() => void>>();

  /** @returns how to stop. */
  hang(tag: string, ring: () => void): () => void {
    const rings = this.bells.get(tag) ?? new Set();
    this.bells.set(tag, rings.add(ring));
    return () => {
      rings.delete(ring);
      if (rings.size === 0 && this.bells.get(tag) === rings) this.bells.delete(tag);
    };
  }

  /** @param payload tags, a space between them. */
  hear(payload: string): void {
    for (const tag of payload.split(' ')) for (const ring of this.bells.get(tag) ?? []) ring();
  }
}
