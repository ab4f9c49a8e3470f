/** Why staff end locks; `other` is told in words. */
export const reasonChoices = ['suspicious', 'asked', 'house', 'stuck', 'other'] as const;
export type ReasonChoice = (typeof reasonChoices)[number];

const reasonMax = 200;

export type ReasonProblem = 'chooseReason' | 'writeReason';

/** What is written down, or what is missing. @param wordsOf the choice as people read it. */
export function reasonOf(
  choice: ReasonChoice | null,
  details: string,
  wordsOf: (choice: ReasonChoice) => string,
): { reason: string } | { problem: ReasonProblem } {
  const text = details.trim();
  if (choice === null) return { problem: 'chooseReason' };
  if (choice === 'other') {
    return text ? { reason: text.slice(0, reasonMax) } : { problem: 'writeReason' };
  }
  const words = wordsOf(choice);
  return { reason: (text ? `${words}: ${text}` : words).slice(0, reasonMax) };
}
