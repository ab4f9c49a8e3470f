import { type ComponentType, lazy } from 'react';

const retryMs = 2_000;

/** Imports code; asks for it until it is here. */
async function untilHere<Code>(get: () => Promise<Code>): Promise<Code> {
  return get().catch(async () => {
    await new Promise((over) => setTimeout(over, retryMs));
    return untilHere(get);
  });
}

/** Code that is asked for once, when it is first wanted, and until it is here. */
export function patientCode<Code>(get: () => Promise<Code>): () => Promise<Code> {
  let coming: Promise<Code> | null = null;
  return () => {
    coming ??= untilHere(get);
    return coming;
  };
}

/**
 * A part for a Suspense boundary whose code comes when it is first drawn, or `load`ed: a bad line
 * must not take the page along.
 */
export function patientPart<Props>(get: () => Promise<ComponentType<Props>>) {
  const code = patientCode(async () => ({ default: await get() }));
  return { Part: lazy(code), load: () => void code() };
}
