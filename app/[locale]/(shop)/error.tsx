'use client';

import { useEffect } from 'react';
import { ErrorPanel } from '@/components/states/error-panel';

type Props = { error: unknown; retry: () => void };

/** Whatever a page of the house throws, the database out of reach included. */
export default function PageError({ error, retry }: Props) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  return <ErrorPanel digest={digest} retry={retry} />;
}
