const inputs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

let lastInputAt = 0;
let listening = false;

/** Starts to note when the buyer last did something; opening the page counts. */
export function watchAttention(): void {
  if (listening) return;
  listening = true;
  const note = () => {
    lastInputAt = performance.now();
  };
  note();
  for (const input of inputs)
    window.addEventListener(input, note, { passive: true, capture: true });
}

export function sinceInputMs(now: number): number {
  return now - lastInputAt;
}
