/** Input this recent says that the buyer is there. */
export const presentWithinMs = 5 * 60_000;

export type Moment = {
  /** The organizer allows it. */
  allowed: boolean;
  visible: boolean;
  /** Since the buyer last touched, typed or moved anything. */
  sinceInputMs: number;
  remainingMs: number;
  warningMs: number;
  /** Of the locks that are about to end. */
  extensionsLeft: number;
  /** One is on its way, or was tried for this very deadline. */
  tried: boolean;
};

/** Whether the cart extends itself now. Not: the warning waits with its button. */
export function shouldAutoExtend(moment: Moment): boolean {
  return (
    moment.allowed &&
    !moment.tried &&
    moment.visible &&
    moment.sinceInputMs <= presentWithinMs &&
    moment.extensionsLeft > 0 &&
    moment.remainingMs > 0 &&
    moment.remainingMs <= moment.warningMs
  );
}
