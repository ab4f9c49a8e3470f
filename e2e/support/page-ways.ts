import type { APIRequestContext, APIResponse } from '@playwright/test';

export type Refusal = 'signed out' | 'not found' | 'forbidden';
export type Answer = {
  /** The page and the way it was asked for, for what a test says. */
  told: string;
  text: string;
  /** Null: shown. Undefined: nothing was rendered, for anybody. */
  refusal?: Refusal | null;
};

/** `/team` of `/es/admin/teatro-aurora/team`: as `adminPages` lists it, and as it is asked for. */
export type AskedPage = { at: string; path: string };

/**
 * A page can be had as a document, as the payload that a click in the browser fetches, as that of
 * the page alone within a frame that is there already, and ahead of the click.
 * Headers as in node_modules/next/dist/docs, guide "CDN caching".
 */
const payload = { RSC: '1' };
const ahead = { ...payload, 'Next-Router-Prefetch': '1' };
const ways: { name: string; headers: (page: AskedPage) => Record<string, string> }[] = [
  { name: 'payload', headers: () => payload },
  {
    name: 'the page alone',
    headers: (page) => ({ ...payload, 'Next-Router-State-Tree': stateTree(page) }),
  },
  { name: 'ahead of a click', headers: () => ahead },
  {
    name: 'its tree ahead of a click',
    headers: () => ({ ...ahead, 'Next-Router-Segment-Prefetch': '/_tree' }),
  },
];

/** What each way of asking for a page answers. Their `_rsc` query is told by a redirect. */
export async function askEveryWay(
  reader: APIRequestContext,
  origin: string,
  page: AskedPage,
): Promise<Answer[]> {
  const answers = [await documentAnswer(page.path, await reader.get(origin + page.path))];
  for (const { name, headers } of ways) {
    const told = `${page.path} (${name})`;
    const answer = await reader.get(origin + page.path, { headers: headers(page) });
    const type = answer.headers()['content-type'];
    if (type !== 'text/x-component' || !new URL(answer.url()).searchParams.has('_rsc'))
      throw new Error(`${told} is no payload but ${answer.status()} ${type}`);
    const text = await answer.text();
    const rendered = !('Next-Router-Prefetch' in headers(page));
    answers.push({ told, text, ...(rendered ? { refusal: refusalIn(text) } : {}) });
  }
  return answers;
}

async function documentAnswer(told: string, answer: APIResponse): Promise<Answer> {
  const atDoor = new URL(answer.url()).pathname === '/es/sign-in';
  const refusal = atDoor ? 'signed out' : byStatus(answer.status());
  return { told, text: await answer.text(), refusal };
}

/** A payload's status is 200 whatever it says: what was thrown while it was rendered stands in it. */
function refusalIn(text: string): Refusal | null {
  if (/"digest":"NEXT_REDIRECT;\w+;\/es\/sign-in/.test(text)) return 'signed out';
  const [, status] = /"digest":"NEXT_HTTP_ERROR_FALLBACK;(\d+)"/.exec(text) ?? [];
  return byStatus(Number(status ?? 200));
}

function byStatus(status: number): Refusal | null {
  if (status === 404) return 'not found';
  if (status === 403) return 'forbidden';
  if (status !== 200) throw new Error(`answered with ${status}`);
  return null;
}

/** What a browser has that shows the page already, and wants no more than the page itself anew. */
function stateTree({ at, path }: AskedPage): string {
  const names = ['[locale]', 'admin', '[tenant]', ...at.split('/').filter(Boolean)];
  const [pathname = ''] = path.split('?');
  const values = pathname.split('/').filter(Boolean);
  const page: unknown = ['__PAGE__', {}, null, 'refetch'];
  const tree = ['', ...names].reduceRight((children, name, index) => {
    const [, dynamic] = /^\[(\w+)\]$/.exec(name) ?? [];
    const segment = dynamic ? [dynamic, values[index - 1], 'd', null] : name;
    return [segment, { children }, null, null];
  }, page);
  return encodeURIComponent(JSON.stringify(tree));
}
