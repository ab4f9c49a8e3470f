import { toast } from 'sonner';
import type { Crier, PassingNotice } from './passing';

/** The notice in sight of each kind, by sonner's id. What leaves is taken out. */
const inSight = new Map<string, string | number>();

/** Passing notices by sonner. */
export const crier: Crier = {
  say({ tone, title, line, action, kind }) {
    const leave = () => {
      if (kind !== undefined && inSight.get(kind) === id) inSight.delete(kind);
    };
    const words = { description: line, action, onAutoClose: leave, onDismiss: leave };
    const id = toast[tone](title, { ...words, id: placeOf(kind) });
    if (kind !== undefined) inSight.set(kind, id);
  },
  clear: () => void toast.dismiss(),
};

/** Never the place of one that is already leaving: sonner would take the new words away with it. */
function placeOf(kind: PassingNotice['kind']): string | number | undefined {
  const id = kind === undefined ? undefined : inSight.get(kind);
  return toast.getToasts().some((one) => one.id === id) ? id : undefined;
}
