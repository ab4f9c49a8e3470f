/** What is on a poster: which motif, and the few turns of hand that make it this one. */
export type Scene = {
  motif: 'curtain' | 'arches' | 'lights' | 'rows';
  /** 0 to 1: where its light stands. */
  light: number;
  /** How many folds, arches, beams or rows. */
  count: number;
  /** Mirrored, so that neighbours face each other. */
  mirrored: boolean;
};

const motifs = ['curtain', 'rows', 'arches', 'lights'] as const;

/** The same poster for the same seed, everywhere and for good. */
export function sceneOf(seed: string): Scene {
  const hash = fnv1a(seed);
  return {
    motif: motifs[hash % motifs.length] ?? 'curtain',
    light: ((hash >>> 4) % 64) / 63,
    count: 5 + ((hash >>> 10) % 3),
    mirrored: ((hash >>> 13) & 1) === 1,
  };
}

/** FNV-1a, 32 bits, over UTF-16 units, with a last stir so that the low bits differ too. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
