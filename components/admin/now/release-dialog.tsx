'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog, DialogContent, DialogTitle } from '@/components/ui/dialog';
import { useHouse } from './house-context';
import type { Target } from './release-context';
import { ReleaseForm } from './release-form';
import { ReleaseOutcome } from './release-outcome';
import { type Outcome, sendRelease } from './send-release';
import { boardId } from './use-grid-focus';
import { useWords } from './use-words';

/** Asks why, says what the buyer will hear, and then what became of each lock. */
export function ReleaseDialog({ target, onClose }: { target: Target; onClose: () => void }) {
  const t = useTranslations('admin.now.dialog');
  const words = useWords();
  const { slug } = useHouse();
  const [sending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [only] = target.rows;

  const send = async (reason: string) => {
    setSending(true);
    setOutcome(await sendRelease(slug, target, reason));
    setSending(false);
  };
  const title =
    target.kind === 'session'
      ? t('titleSession', { session: target.session })
      : target.rows.length === 1 && only
        ? t('titleOne', { place: words.fullPlace(only) })
        : t('titleMany', { count: target.rows.length });
  return (
    <Dialog open onOpenChange={(open) => !open && !sending && onClose()}>
      <DialogContent
        aria-describedby={undefined}
        className="scroll-pb-24"
        onCloseAutoFocus={(event) => {
          // Where it was opened from may have gone with what was released.
          event.preventDefault();
          returnFocus();
        }}
      >
        <DialogTitle>{title}</DialogTitle>
        {outcome ? (
          <ReleaseOutcome target={target} outcome={outcome} onClose={onClose} />
        ) : (
          <ReleaseForm target={target} sending={sending} onSend={send} onCancel={onClose} />
        )}
      </DialogContent>
    </Dialog>
  );
}

/** To the line that the keyboard was at, else to the board itself. */
function returnFocus(): void {
  const board = document.getElementById(boardId);
  const line = board?.querySelector<HTMLElement>('[role="row"][tabindex="0"]');
  (line ?? board)?.focus();
}
