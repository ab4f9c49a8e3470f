import { cn } from '@/components/ui/class-names';
import { grounds, type Tone } from './tones';

/** Parts of a whole, 0 to 1 each, side by side on one line. The figures stand beside it. */
export function Bar({
  parts,
  className,
}: {
  parts: { tone: Tone; share: number }[];
  className?: string;
}) {
  return (
    <span
      aria-hidden
      className={cn(
        'flex h-2.5 w-full gap-px overflow-hidden rounded-full bg-sunken forced-colors:border',
        className,
      )}
    >
      {parts
        .filter(({ share }) => share > 0)
        .map(({ tone, share }) => (
          <span
            key={tone}
            className={cn('min-w-0.5', grounds[tone])}
            style={{ width: `${Math.min(share, 1) * 100}%` }}
          />
        ))}
    </span>
  );
}
