import { houseAccent } from './accent';

/** The house in an organizer's colour, for as long as one of its pages is shown. */
export function TenantTheme({ accent }: { accent: string | null }) {
  if (!accent) return null;
  const { light, dark } = houseAccent(accent);
  return (
    <style>
      {`:root{--tenant-accent:${light.accent};--tenant-accent-ink:${light.ink};--tenant-accent-dark:${dark.accent};--tenant-accent-ink-dark:${dark.ink};--color-scenery:${accent}}`}
    </style>
  );
}
