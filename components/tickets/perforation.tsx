const notch = 'absolute size-6 rounded-full border border-line bg-paper';

/** Where the stub would tear: across on a phone, down on a wide screen. Decoration only. */
export function Perforation() {
  return (
    <span aria-hidden className="contents">
      <span className="absolute inset-x-6 top-0 border-line border-t-2 border-dashed sm:inset-x-auto sm:inset-y-5 sm:left-0 sm:border-t-0 sm:border-l-2 print:inset-x-auto print:inset-y-5 print:left-0 print:border-t-0 print:border-l-2" />
      <span className={`${notch} -top-3 -left-3`} />
      <span
        className={`${notch} -top-3 -right-3 sm:-bottom-3 sm:top-auto sm:right-auto sm:-left-3 print:-bottom-3 print:top-auto print:right-auto print:-left-3`}
      />
    </span>
  );
}
