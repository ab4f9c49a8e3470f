'use client';

import './globals.css';
import { useEffect } from 'react';
import { BarePage } from '@/components/states/bare-page';
import { Button } from '@/components/ui/button';

type Props = { error: unknown; retry: () => void };

/** The last net, for when the house itself cannot be drawn. */
export default function GlobalError({ error, retry }: Props) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <BarePage
      tone="danger"
      es={{
        title: 'Se ha ido la luz en la sala',
        line: 'No hemos podido cargar esta página. Prueba de nuevo en unos segundos.',
      }}
      en={{
        title: 'The lights went out',
        line: 'We could not load this page. Try again in a few seconds.',
      }}
      action={
        <Button onClick={() => retry()}>
          Probar de nuevo · <span lang="en">Try again</span>
        </Button>
      }
    />
  );
}
