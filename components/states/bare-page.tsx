import type { ReactNode } from 'react';
import { StatePanel, type StateTone } from '@/components/ui/state';

type Words = { title: string; line: string };

/** A whole document for when not even the language is known: it says everything twice. */
export function BarePage({
  tone,
  es,
  en,
  action,
}: {
  tone: StateTone;
  es: Words;
  en: Words;
  action: ReactNode;
}) {
  return (
    <html lang="es">
      <body className="flex min-h-dvh flex-col justify-center">
        <title>{`${es.title} · Butaca`}</title>
        <main>
          <StatePanel heading="h1" tone={tone} title={es.title} line={es.line} action={action}>
            <p lang="en" className="max-w-prose text-balance text-muted">
              <strong className="block font-display text-ink text-xl">{en.title}</strong>
              {en.line}
            </p>
          </StatePanel>
        </main>
      </body>
    </html>
  );
}
