'use client';

import './globals.css';
import { useEffect } from 'react';
import { Arches } from '@/components/ui/arches';

type Props = { error: unknown; retry: () => void };

/**
 * The last net, for when the house itself cannot be drawn. Every page carries it, and it leans on
 * as little as can be: no words by language, no parts with looks of their own.
 */
export default function GlobalError({ error, retry }: Props) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <html lang="es">
      <body className="flex min-h-dvh flex-col justify-center">
        <title>Se ha ido la luz en la sala · Butaca</title>
        <main className="mx-auto flex w-full max-w-xl flex-col items-center gap-4 px-6 py-14 text-center">
          <Arches className="h-14 w-auto text-danger" />
          <h1 className="text-balance font-display text-3xl leading-tight">
            Se ha ido la luz en la sala
          </h1>
          <p className="max-w-prose text-balance text-lg text-muted">
            No hemos podido cargar esta página. Prueba de nuevo en unos segundos.
          </p>
          <p lang="en" className="max-w-prose text-balance text-muted">
            <strong className="block font-display text-ink text-xl">The lights went out</strong>
            We could not load this page. Try again in a few seconds.
          </p>
          <button
            type="button"
            onClick={() => retry()}
            className="mt-2 min-h-11 cursor-pointer rounded-control bg-accent px-5 py-2 font-semibold text-accent-ink leading-tight hover:bg-accent-deep forced-colors:border"
          >
            Probar de nuevo · <span lang="en">Try again</span>
          </button>
        </main>
      </body>
    </html>
  );
}
