/** A reason to stop that a person can act on: shown as its one line, never as a stack. */
export class Refusal extends Error {
  name = 'Refusal';
}
