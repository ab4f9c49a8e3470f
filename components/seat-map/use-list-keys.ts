'use client';

import type { KeyboardEvent, RefObject } from 'react';

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Arrows between the heads of zones and rows, whatever is open: up and down from head to head,
 * right opens or goes in, left closes or goes out.
 */
export function useListKeys(list: RefObject<HTMLElement | null>) {
  return (event: KeyboardEvent) => {
    const head = event.target;
    if (!(head instanceof HTMLElement) || !head.dataset.head) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const heads = [...(list.current?.querySelectorAll<HTMLElement>('[data-head]') ?? [])];
    const at = heads.indexOf(head);
    const open = head.ariaExpanded === 'true';
    const step = steps[event.key];
    if (step) heads[step(at, heads.length - 1)]?.focus();
    else if (event.key === 'ArrowRight' && head.ariaExpanded === 'false') head.click();
    else if (event.key === 'ArrowRight' && open) insideOf(head)?.focus();
    else if (event.key === 'ArrowLeft' && open) head.click();
    else if (event.key === 'ArrowLeft') headAround(head)?.focus();
    else return;
    event.preventDefault();
  };
}

/** The first head or the seat to stop at in what a head has opened. */
function insideOf(head: HTMLElement): HTMLElement | null {
  const body = document.getElementById(head.getAttribute('aria-controls') ?? '');
  return body?.querySelector<HTMLElement>('[data-head], button[tabindex="0"]') ?? null;
}

/** The head of the zone that a row's head is in. */
function headAround(head: HTMLElement): HTMLElement | null {
  return headOf(head.closest('li')?.parentElement ?? null);
}

/** The head that opened a list of rows or seats. */
export function headOf(body: HTMLElement | null): HTMLElement | null {
  return body?.closest('li')?.querySelector<HTMLElement>('[data-head]') ?? null;
}
