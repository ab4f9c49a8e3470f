/** How a series is drawn, with the theme's tokens and, where colours are forced, the system's. */
export type Tone = 'sold' | 'lost' | 'open';

export const fills: Record<Tone, string> = {
  sold: 'fill-accent forced-colors:fill-[Highlight]',
  lost: 'fill-control/70 forced-colors:fill-[CanvasText]',
  open: 'fill-brass forced-colors:fill-[LinkText]',
};

export const grounds: Record<Tone, string> = {
  sold: 'bg-accent forced-colors:bg-[Highlight]',
  lost: 'bg-control/70 forced-colors:bg-[CanvasText]',
  open: 'bg-brass forced-colors:bg-[LinkText]',
};

export const inks: Record<Tone, string> = {
  sold: 'text-accent',
  lost: 'text-muted',
  open: 'text-brass-text',
};
