import { type ComponentType, lazy } from 'react';

const retryMs = 2_000;

/**
 * A part for a Suspense boundary whose code comes when it is first drawn, or `load`ed. It is asked
 * for until it is here: a bad line must not take the page along.
 */
export function patientPart<Props>(get: () => Promise<ComponentType<Props>>) {
  const untilHere = (): Promise<{ default: ComponentType<Props> }> =>
    get().then(
      (part) => ({ default: part }),
      async () => {
        await new Promise((over) => setTimeout(over, retryMs));
        return untilHere();
      },
    );
  let coming: ReturnType<typeof untilHere> | null = null;
  const begin = () => {
    coming ??= untilHere();
    return coming;
  };
  return { Part: lazy(begin), load: () => void begin() };
}
