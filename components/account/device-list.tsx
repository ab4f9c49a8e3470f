'use client';

import { useRef, useState, useTransition } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { endOtherSessionsAction, endSessionAction } from '@/lib/users/actions';

type Device = {
  id: string;
  name: string;
  isThis: boolean;
  line: string;
  /** What its button does, and what is said when it is done. */
  label: string;
  ended: string;
};
type Words = Record<
  'title' | 'line' | 'isThis' | 'end' | 'endOthers' | 'endedOthers' | 'failed' | 'more',
  string
>;

/** Seen last; the others come when they are asked for. */
const shownAtFirst = 10;

/** The browsers that the account is open in; each but this one can be signed out from here. */
export function DeviceList({ devices, words }: { devices: Device[]; words: Words }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [all, setAll] = useState(false);
  const [gone, setGone] = useState<string[]>([]);
  const [said, setSaid] = useState('');
  const [ending, setEnding] = useState<string | null>(null);
  const [pending, startEnding] = useTransition();
  const open = devices.filter(({ id }) => !gone.includes(id));
  const shown = all ? open : open.slice(0, shownAtFirst);
  const others = open.filter(({ isThis }) => !isThis);

  const end = (ids: string[], work: () => Promise<{ ok: boolean }>, done: string) => {
    setEnding(ids.length === 1 ? (ids[0] ?? null) : null);
    startEnding(async () => {
      const { ok } = await work().catch(() => ({ ok: false }));
      setSaid(ok ? done : words.failed);
      if (!ok) return;
      setGone((before) => [...before, ...ids]);
      // The button that had the focus goes away with its line.
      heading.current?.focus();
    });
  };

  const showAll = () => {
    flushSync(() => setAll(true));
    // The button that had the focus is gone: to the first of those that it brought.
    (list.current?.children[shownAtFirst] as HTMLElement | undefined)?.focus();
  };

  return (
    <section aria-labelledby="devices" className="py-10">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2
            id="devices"
            ref={heading}
            tabIndex={-1}
            className="font-display text-2xl outline-none"
          >
            {words.title}
          </h2>
          <p className="mt-1 text-muted">{words.line}</p>
        </div>
        {others.length > 1 && (
          <Button
            variant="secondary"
            pending={pending && ending === null}
            onClick={() =>
              end(
                others.map(({ id }) => id),
                endOtherSessionsAction,
                words.endedOthers,
              )
            }
          >
            {words.endOthers}
          </Button>
        )}
      </div>
      <ul ref={list} className="grid rounded-card border border-line bg-raised">
        {shown.map(({ id, name, isThis, line, label, ended }) => (
          <li
            key={id}
            tabIndex={-1}
            className="flex items-center justify-between gap-4 border-line py-3 pr-2 pl-4 not-first:border-t"
          >
            <div className="min-w-0">
              <p className="font-semibold">
                {name}
                {isThis && <span className="font-normal text-muted"> · {words.isThis}</span>}
              </p>
              <p className="text-muted text-sm">{line}</p>
            </div>
            {!isThis && (
              <Button
                variant="quiet"
                aria-label={label}
                pending={pending && ending === id}
                onClick={() => end([id], () => endSessionAction(id), ended)}
              >
                {words.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown.length < open.length && (
        <Button variant="quiet" className="mt-2" onClick={showAll}>
          {words.more}
        </Button>
      )}
      <p role="status" className="mt-3 text-muted text-sm empty:hidden">
        {said}
      </p>
    </section>
  );
}
