import type { Context } from '@/lib/context';
import { processWide } from '@/lib/process-wide';
import { geometry, mapVersion } from './geometry';
import { KeptBodies, type PackedBody } from './kept-bodies';
import { packGeometry } from './packed-geometry';

const kept = () => processWide('packed-bodies', () => new KeptBodies());

/**
 * The packed geometry of a published event, made once a version and process: from then on it costs
 * one look at which version is current. Null when there is no such event.
 */
export async function packedBody(ctx: Context, eventId: string): Promise<PackedBody | null> {
  const version = await mapVersion(ctx, eventId);
  if (version === null) return null;
  return kept().get(`${ctx.tenantId} ${eventId} ${version}`, () => pack(ctx, eventId));
}

async function pack(ctx: Context, eventId: string): Promise<PackedBody | null> {
  const columns = await geometry(ctx, eventId);
  if (!columns) return null;
  const text = JSON.stringify(packGeometry(columns));
  return { version: columns.version, bytes: new TextEncoder().encode(text) };
}
