/** A stream that says nothing for so long has nothing to say. */
const patienceMs = 10_000;

/** What an answer says: all of it, or of a stream of events what it says up to its first whole one. */
export async function firstWords(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  if (!reader) return '';
  const isStream = isEventStream(answer);
  const decoder = new TextDecoder();
  const late = setTimeout(() => reader.cancel(), patienceMs);
  let text = '';
  try {
    while (!(isStream && hasWholeEvent(text))) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
    return text;
  } finally {
    clearTimeout(late);
    await reader.cancel();
  }
}

export const isEventStream = (answer: Response) =>
  answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false;

/** An event ends with an empty line; a comment is none. */
export function hasWholeEvent(text: string): boolean {
  const whole = text.split('\n\n').slice(0, -1);
  return whole.some((block) => /^data:/m.test(block));
}
