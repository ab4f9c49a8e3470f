declare global {
  interface Window {
    /** Set by the measurement when the page is ready for it. */
    injecting?: boolean;
    injectedDeltas?: number;
  }
}

/**
 * Runs in the page, before its own code: the server's stream of live locks goes through as it is,
 * and twenty times a second a delta more is put in, made of the locks that the snapshot told.
 */
export function injectDeltas(): void {
  const everyMs = 50;
  const changedEach = 50;
  const goneEach = 2;
  const fetched = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const answer = await fetched(input, init);
    if (!/\/api\/admin\/[^/]+\/live$/.test(String(input)) || !answer.body) return answer;
    return new Response(answer.body.pipeThrough(withMore()), answer);
  };

  type Told = { id: string; extensions: number; expiresAt: string };

  function withMore(): TransformStream<Uint8Array, Uint8Array> {
    const decoder = new TextDecoder();
    let text = '';
    let locks: Told[] = [];
    let turn = 0;
    return new TransformStream({
      start(controller) {
        setInterval(() => {
          if (!window.injecting || locks.length === 0) return;
          controller.enqueue(new TextEncoder().encode(delta()));
          window.injectedDeltas = (window.injectedDeltas ?? 0) + 1;
        }, everyMs);
      },
      transform(chunk, controller) {
        controller.enqueue(chunk);
        if (locks.length > 0) return;
        text += decoder.decode(chunk, { stream: true });
        const [, data] = /event: snapshot\ndata: (.*)\n\n/.exec(text) ?? [];
        if (data) locks = JSON.parse(data).rows;
      },
    });

    function delta(): string {
      turn += 1;
      const changed = Array.from({ length: changedEach }, (_, n) => {
        const lock = locks[(turn * changedEach + n * 97) % locks.length] as Told;
        lock.extensions = (lock.extensions + 1) % 10;
        lock.expiresAt = new Date(Date.parse(lock.expiresAt) + 30_000).toISOString();
        return lock;
      });
      const gone = locks.splice(0, goneEach).map((lock) => ({ ...lock, reason: 'timeout' }));
      const made = gone.map(({ reason: _, ...lock }) => ({ ...lock, id: crypto.randomUUID() }));
      locks.push(...made);
      const told = {
        serverTime: new Date().toISOString(),
        total: locks.length,
        rows: [...changed.filter(({ id }) => !gone.some((each) => each.id === id)), ...made],
        gone: gone.map(({ id, reason }) => ({ id, reason })),
      };
      return `event: delta\ndata: ${JSON.stringify(told)}\n\n`;
    }
  }
}
