'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { Button } from '@/components/ui/button';
import { Notice, type NoticeTone } from '@/components/ui/notice';

/**
 * Something over the hall that stays until it is answered. It is read out when it comes. A person
 * at the keyboard whose own key brought it is taken to its first button, and back again after it.
 * @param called it answers what was just pressed
 * @param say reads words out; the same words are read once
 */
export function HallCard({
  tone,
  title,
  line,
  called = false,
  say,
  onClose,
  closeLabel,
  children,
  ...props
}: {
  tone: NoticeTone;
  title: string;
  line?: string;
  called?: boolean;
  say: (words: string) => void;
  onClose: () => void;
  /** What closing means, where it is not plain. */
  closeLabel?: string;
  children?: ReactNode;
  'data-slot': string;
}) {
  const t = useTranslations('shell');
  const id = useId();
  const card = useRef<HTMLElement>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const from = document.activeElement;
    const hall = card.current?.closest('[data-slot=seat-map]');
    const atKeyboard = from instanceof HTMLElement && from.matches(':focus-visible');
    if (called && atKeyboard && hall?.contains(from) && !card.current?.contains(from)) {
      cameFrom.current = from;
      card.current?.querySelector('button')?.focus();
    } else say(line ? `${title}. ${line}` : title);
  }, [called, say, title, line]);
  // What is taken away with the focus in it gives it back, while it is still there.
  useLayoutEffect(() => {
    const element = card.current;
    return () => {
      if (element?.contains(document.activeElement)) cameFrom.current?.focus();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <section
      ref={card}
      aria-labelledby={`${id}-title`}
      aria-describedby={line ? `${id}-line` : undefined}
      className="pointer-events-auto relative motion-safe:animate-appear"
      onKeyDown={onKeyDown}
      {...props}
    >
      <Notice
        tone={tone}
        className="pr-14 shadow-lift"
        title={<span id={`${id}-title`}>{title}</span>}
        action={children}
      >
        {line && <p id={`${id}-line`}>{line}</p>}
      </Notice>
      <Button
        variant="quiet"
        size="icon"
        className="absolute top-1.5 right-1.5"
        aria-label={closeLabel ?? t('close')}
        onClick={onClose}
      >
        <X aria-hidden />
      </Button>
    </section>
  );
}
