import './globals.css';
import type { Metadata } from 'next';
import Link from 'next/link';
import { connection } from 'next/server';
import { BarePage } from '@/components/states/bare-page';
import { Button } from '@/components/ui/button';
import { config } from '@/lib/config';

export async function generateMetadata(): Promise<Metadata> {
  await connection();
  return { metadataBase: new URL(config().publicUrl) };
}

/** An address outside both languages. */
export default async function GlobalNotFound() {
  // Drawn for each visit: what is drawn beforehand cannot carry the policy's nonce.
  await connection();
  return (
    <BarePage
      tone="calm"
      es={{
        title: 'Esta sala no existe',
        line: 'La dirección no lleva a ninguna función de la cartelera.',
      }}
      en={{
        title: 'There is no such hall',
        line: 'This address leads to nothing that is on.',
      }}
      action={
        <>
          <Button asChild>
            <Link href="/es">Ver la cartelera</Link>
          </Button>
          <Button asChild variant="secondary">
            <Link href="/en" lang="en">
              See what’s on
            </Link>
          </Button>
        </>
      }
    />
  );
}
