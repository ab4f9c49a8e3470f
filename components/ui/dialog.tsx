'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { Button } from './button';
import { cn } from './class-names';

export const Dialog = Radix.Root;

/** A sheet from below on a phone, a card in the middle elsewhere. Give it a `DialogTitle`. */
export function DialogContent({
  className,
  children,
  ...props
}: ComponentProps<typeof Radix.Content>) {
  const t = useTranslations('shell');
  return (
    <Radix.Portal>
      <Radix.Overlay
        data-slot="dialog-overlay"
        className="fixed inset-0 z-50 bg-shade motion-safe:data-[state=open]:animate-appear"
      />
      <Radix.Content
        data-slot="dialog"
        className={cn(
          'fixed inset-x-0 bottom-0 z-50 max-h-[90dvh] overflow-y-auto overscroll-contain rounded-t-card border border-line bg-raised p-6 text-ink shadow-lift',
          'sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[min(32rem,calc(100vw-2rem))] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-card',
          'motion-safe:data-[state=open]:animate-appear',
          className,
        )}
        {...props}
      >
        {children}
        <Radix.Close asChild>
          <Button
            variant="quiet"
            size="icon"
            aria-label={t('close')}
            className="absolute top-2 right-2"
          >
            <X aria-hidden />
          </Button>
        </Radix.Close>
      </Radix.Content>
    </Radix.Portal>
  );
}

export function DialogTitle({ className, ...props }: ComponentProps<typeof Radix.Title>) {
  return (
    <Radix.Title
      data-slot="dialog-title"
      className={cn('pr-10 font-display text-2xl', className)}
      {...props}
    />
  );
}

export function DialogDescription({
  className,
  ...props
}: ComponentProps<typeof Radix.Description>) {
  return (
    <Radix.Description
      data-slot="dialog-description"
      className={cn('mt-2 text-muted', className)}
      {...props}
    />
  );
}
