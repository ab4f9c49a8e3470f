/** The machine's steady clock in ms: the same to every process on it, never set back. */
export const steadyMs = () => Number(process.hrtime.bigint()) / 1e6;
