/** What the reader's role may do. */
export type Reach = { handle: boolean; release: boolean; cool: boolean };
