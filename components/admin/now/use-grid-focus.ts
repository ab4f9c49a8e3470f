'use client';

import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { lineHeight } from './grid-columns';
import { keyDeed } from './grid-keys';
import type { Line } from './lines';
import { useLineActions } from './use-line-actions';
import { useStore } from './use-now';

/** Takes the focus where no line is left to have it. */
export const boardId = 'now-board';

type Scroller = RefObject<HTMLDivElement | null>;

/** The one line that is in the order of tabs, and what keys and clicks do from there. */
export function useGridFocus(
  lines: readonly Line[],
  scroller: Scroller,
  reveal: (index: number) => void,
) {
  const store = useStore();
  const actions = useLineActions();
  const [activeKey, setActiveKey] = useState<string | null>(null);
  /** The keyboard is among the lines: if its line goes, it goes on at the one in its place. */
  const inside = useRef(false);
  const lastAt = useRef(0);
  const found = lines.findIndex(({ key }) => key === activeKey);
  const at = found >= 0 ? found : Math.max(0, Math.min(lastAt.current, lines.length - 1));
  const key = lines[at]?.key;

  useLayoutEffect(() => {
    lastAt.current = at;
    if (!inside.current || !key) return;
    const held = document.activeElement;
    if (held && held !== document.body) return;
    lineOf(scroller, key)?.focus();
  });

  useEffect(() => {
    const left = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && scroller.current?.contains(target))) inside.current = false;
    };
    document.addEventListener('pointerdown', left, true);
    return () => {
      document.removeEventListener('pointerdown', left, true);
      // The last line went while the keyboard was at it.
      if (inside.current) document.getElementById(boardId)?.focus();
    };
  }, [scroller]);

  const goTo = (index: number) => {
    const line = lines[index];
    if (!line) return;
    setActiveKey(line.key);
    reveal(index);
    // It may have to be drawn first.
    requestAnimationFrame(() => lineOf(scroller, line.key)?.focus({ preventScroll: true }));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!onLine(event.target)) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / lineHeight) - 2);
    const deed = keyDeed(event, lines, at, page);
    const line = lines[at];
    if (!deed || !line) return;
    event.preventDefault();
    if (deed.do === 'move') {
      goTo(deed.to);
      const target = lines[deed.to];
      if (deed.extend && target) actions.select(target, true);
    } else if (deed.do === 'select') actions.select(line, deed.extend);
    else if (deed.do === 'release') actions.release(line);
    else if (deed.do === 'fold') actions.fold(line, deed.closed);
    else if (deed.do === 'all') store.selectAll();
    else store.selectNone();
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const row = lineUnder(event.target);
    const line = lines.find(({ key: each }) => each === row?.dataset.key);
    if (!row || !line) return;
    setActiveKey(line.key);
    const deed = (event.target as HTMLElement).closest<HTMLElement>('[data-do]')?.dataset.do;
    if (deed === 'release') actions.release(line);
    else if (deed === 'fold') actions.fold(line, line.kind === 'group' && line.open);
    else if (deed === 'select' || event.shiftKey) actions.select(line, event.shiftKey);
    if (deed !== 'release') row.focus({ preventScroll: true });
  };

  const onFocus = (event: { target: EventTarget }) => {
    inside.current = lineUnder(event.target) !== null;
  };
  const onBlur = (event: { relatedTarget: EventTarget | null }) => {
    // No other place takes the focus: its line may just have gone.
    if (event.relatedTarget) inside.current = lineUnder(event.relatedTarget) !== null;
  };
  return { at, handlers: { onKeyDown, onClick, onFocus, onBlur } };
}

const lineUnder = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('tr[data-key]') : null;

const onLine = (target: EventTarget) =>
  target instanceof HTMLElement && target.dataset.key !== undefined;

const lineOf = (scroller: Scroller, key: string) =>
  scroller.current?.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(key)}"]`);
