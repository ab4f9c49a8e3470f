'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import { Button, type ButtonProps } from '@/components/ui/button';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { inPassing } from '@/components/ui/passing';
import type { ActionResult } from '@/lib/http/problem';
import { useTeamAction } from './use-team-action';

type Props = {
  /** The button that asks; `label` names it to who hears it among others of its kind. */
  ask: { words: string; label: string; variant?: ButtonProps['variant'] };
  title: string;
  line: string;
  children?: ReactNode;
  confirm: { words: string; variant?: ButtonProps['variant']; disabled?: boolean };
  change: () => Promise<ActionResult<void>>;
  /** What is told in passing once it is done. */
  done: string;
  /** Takes the keyboard's place once it is done: the button may be gone with its row. */
  focusAfter: string;
  /** Instead of showing the page anew. */
  onDone?: () => void;
};

/** A change that is asked for twice, with what it means in between. */
export function TeamDialog({
  ask,
  title,
  line,
  children,
  confirm,
  change,
  done,
  focusAfter,
  onDone,
}: Props) {
  const t = useTranslations('admin.team');
  const [open, setOpen] = useState(false);
  const changed = useRef(false);
  const asker = useRef<HTMLButtonElement>(null);
  const wayOut = useRef<HTMLButtonElement>(null);
  const { run, pending, refusal, dismiss } = useTeamAction<void>(onDone);

  const show = (shown: boolean) => {
    if (pending) return;
    changed.current = false;
    if (!shown) dismiss();
    setOpen(shown);
  };
  const send = () =>
    run(change, () => {
      changed.current = true;
      setOpen(false);
      inPassing({ tone: 'success', title: done });
    });

  return (
    <>
      <Button
        ref={asker}
        variant={ask.variant ?? 'secondary'}
        size="sm"
        aria-label={ask.label}
        onClick={() => show(true)}
      >
        {ask.words}
      </Button>
      <Dialog open={open} onOpenChange={show}>
        <DialogContent
          onOpenAutoFocus={(event) => {
            // What cannot be undone is not a second press of Enter away.
            if (confirm.variant !== 'danger') return;
            event.preventDefault();
            wayOut.current?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (changed.current) document.getElementById(focusAfter)?.focus();
            else asker.current?.focus();
          }}
        >
          <DialogTitle>{title}</DialogTitle>
          <DialogDescription>{line}</DialogDescription>
          {children}
          <div role="alert" className="mt-4 empty:hidden">
            {refusal && (
              <Notice tone="danger" title={t('failed')}>
                {refusal.words}
              </Notice>
            )}
          </div>
          <div className="mt-6 flex flex-wrap gap-3">
            <Button
              variant={confirm.variant ?? 'primary'}
              disabled={confirm.disabled}
              pending={pending}
              onClick={send}
            >
              {confirm.words}
            </Button>
            <Button ref={wayOut} variant="quiet" onClick={() => show(false)}>
              {t('cancel')}
            </Button>
          </div>
        </DialogContent>
      </Dialog>
    </>
  );
}
