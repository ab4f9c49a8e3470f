const kinds = ['pointerdown', 'pointermove', 'wheel', 'keydown', 'focusin', 'click'] as const;

/**
 * Calls once somebody does something on the page, so that code for what they may do next comes
 * only then: a visit on a bad line begins with the page alone. Returns the end of the wait.
 */
export function onFirstInput(call: () => void): () => void {
  const wait = new AbortController();
  const done = () => {
    wait.abort();
    call();
  };
  const options = { signal: wait.signal, capture: true, passive: true };
  for (const kind of kinds) window.addEventListener(kind, done, options);
  return () => wait.abort();
}
