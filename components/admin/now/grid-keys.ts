import type { Line } from './lines';

/** What a key means in the table; null: nothing, and the browser may have it. */
export type KeyDeed =
  | { do: 'move'; to: number; extend: boolean }
  | { do: 'select'; extend: boolean }
  | { do: 'all' | 'none' | 'release' }
  | { do: 'fold'; closed: boolean };

export type Pressed = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean };

/**
 * The keys of a tree grid by its rows (WAI-ARIA practices).
 * @param at index of the line that the keyboard is at. @param page lines that are in sight.
 */
export function keyDeed(
  { key, shiftKey, ctrlKey, metaKey }: Pressed,
  lines: readonly Line[],
  at: number,
  page: number,
): KeyDeed | null {
  const last = lines.length - 1;
  const move = (to: number): KeyDeed => ({
    do: 'move',
    to: Math.max(0, Math.min(last, to)),
    extend: shiftKey,
  });
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'a') return { do: 'all' };
  if (ctrlKey || metaKey) return null;
  const line = lines[at];
  switch (key) {
    case 'ArrowDown':
      return move(at + 1);
    case 'ArrowUp':
      return move(at - 1);
    case 'PageDown':
      return move(at + page);
    case 'PageUp':
      return move(at - page);
    case 'Home':
      return move(0);
    case 'End':
      return move(last);
    case ' ':
      return { do: 'select', extend: shiftKey };
    case 'Enter':
    case 'Delete':
      return { do: 'release' };
    case 'Escape':
      return { do: 'none' };
    case 'ArrowRight':
      return line?.kind === 'group' ? { do: 'fold', closed: false } : null;
    case 'ArrowLeft':
      return line?.kind === 'group' ? { do: 'fold', closed: true } : toGroup(lines, at, move);
    default:
      return null;
  }
}

/** From a lock to the session that it stands under. */
function toGroup(
  lines: readonly Line[],
  at: number,
  move: (to: number) => KeyDeed,
): KeyDeed | null {
  for (let to = at - 1; to >= 0; to--) if (lines[to]?.kind === 'group') return move(to);
  return null;
}
