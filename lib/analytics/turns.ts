/**
 * Gives each its turn, and another one as long as it asks for more, until the turns are used up: a
 * long backlog of one takes what the others leave. Each has one turn at least.
 * @param turn whether there is more to do.
 */
export async function inTurns<T>(
  all: readonly T[],
  turnsMax: number,
  turn: (one: T) => Promise<boolean>,
): Promise<void> {
  let waiting = [...all];
  let turns = 0;
  while (waiting.length > 0 && turns < turnsMax) {
    const again: T[] = [];
    for (const one of waiting) if (await turn(one)) again.push(one);
    turns += waiting.length;
    waiting = again;
  }
}
