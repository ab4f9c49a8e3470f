import { type ClassValue, clsx } from 'clsx';
import { createTailwindMerge } from 'tailwind-merge';

const any = () => true;
const figure = (word: string) => /^(\d|px$|full$|auto$)/.test(word);
const colour = (word: string) =>
  /^(accent|brass|control|danger|good|ink|line|muted|transparent|warn)/.test(word);
const place = (word: string) => /^(\d|\[|\(|px$|full$|auto$)/.test(word);
const bracket = (word: string) => word.startsWith('[');
const textSizes = ['xs', 'sm', 'base', 'lg', 'xl', '2xl', '3xl', '4xl', '5xl', '6xl', bracket];
const corners = ['', 'none', 'sm', 'full', 'card', 'control', bracket];

/** Each a group of its own: `p-4` and `p-6` say the same thing, `p-4` and `pt-6` do not. */
const sides = (name: string) => ['', 'x', 'y', 't', 'r', 'b', 'l'].map((side) => name + side);
const insets = ['inset', 'inset-x', 'inset-y', 'top', 'right', 'bottom', 'left'];
const measures = ['size', 'w', 'h', 'min-w', 'min-h', 'max-w', 'max-h', 'z', 'cursor', 'opacity'];
const measured = [...measures, ...sides('p'), ...sides('m'), 'leading', 'items', 'grid-cols'];

/** What a wide side or measure says, it says for the narrower ones too. */
const within = ([all, x, y, t, r, b, l]: string[]) => ({
  [all as string]: [x, y, t, r, b, l] as string[],
  [x as string]: [r, l] as string[],
  [y as string]: [t, b] as string[],
});

/**
 * What the parts of this folder say of themselves and a caller may say otherwise. The library's
 * own list, of all that Tailwind knows, is a twentieth of what a page loads.
 */
const merge = createTailwindMerge(() => ({
  cacheSize: 500,
  theme: {},
  classGroups: {
    ...Object.fromEntries(measured.map((name) => [name, [{ [name]: [any] }]])),
    ...Object.fromEntries(insets.map((name) => [name, [{ [name]: [place] }]])),
    display: [
      'block',
      'inline',
      'inline-block',
      'flex',
      'inline-flex',
      'grid',
      'table',
      'contents',
      'hidden',
    ],
    position: ['static', 'relative', 'absolute', 'fixed', 'sticky'],
    flex: [{ flex: ['1', 'auto', 'none'] }],
    direction: [{ flex: ['row', 'col', 'row-reverse', 'col-reverse'] }],
    shrink: [{ shrink: ['', '0'] }],
    justify: [{ justify: ['start', 'center', 'end', 'between'] }],
    gap: [{ gap: [figure] }],
    overflow: [{ overflow: ['hidden', 'auto'] }],
    'overflow-y': [{ 'overflow-y': ['auto'] }],
    weight: [{ font: ['normal', 'medium', 'semibold', 'bold'] }],
    family: [{ font: ['display', 'sans', 'mono'] }],
    line: ['underline', 'no-underline', 'line-through'],
    whitespace: [{ whitespace: [any] }],
    transition: [{ transition: ['', any] }],
    touch: ['pointer-events-none', 'pointer-events-auto'],
    rounded: [{ rounded: corners }],
    'rounded-t': [{ 'rounded-t': corners }],
    shadow: [{ shadow: ['', 'sm', 'lift', 'none'] }],
    border: [{ border: ['', figure] }],
    'border-color': [{ border: [colour] }],
    bg: [{ bg: [(word: string) => !word.startsWith('linear')] }],
    align: [{ text: ['left', 'center', 'right'] }],
    wrap: [{ text: ['balance', 'pretty', 'nowrap'] }],
    ellipsis: ['truncate', { text: ['ellipsis'] }],
    text: [{ text: textSizes }],
    'text-color': [{ text: [any] }],
    'translate-y': [{ 'translate-y': [any] }],
    translate: [{ translate: [figure] }],
  },
  conflictingClassGroups: {
    ...within(sides('p')),
    ...within(sides('m')),
    ...within(insets),
    size: ['w', 'h'],
    flex: ['shrink'],
    overflow: ['overflow-y'],
    text: ['leading'],
    rounded: ['rounded-t'],
    translate: ['translate-y'],
  },
  conflictingClassGroupModifiers: {},
  orderSensitiveModifiers: [],
}));

/** Joins class names; of two that say the same thing, the later one holds. */
export function cn(...values: ClassValue[]): string {
  return merge(clsx(values));
}
