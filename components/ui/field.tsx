import { type ComponentProps, type ReactElement, type ReactNode, useId } from 'react';
import { cn } from './class-names';
import { Dressed } from './dressed';
import { Input } from './input';

export type FieldProps = Omit<ComponentProps<'input'>, 'children'> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Another control instead of the text box; it gets the id and the descriptions. */
  children?: ReactElement;
};

/** A labelled control; its hint and its error are read out with it. Props go to the text box. */
export function Field({ label, hint, error, children, className, id, ...props }: FieldProps) {
  const made = useId();
  const controlId = id ?? made;
  const described = [hint && `${controlId}-hint`, error && `${controlId}-error`].filter(Boolean);
  const wiring = {
    id: controlId,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-invalid': error ? true : undefined,
  };
  return (
    <div data-slot="field" className={cn('grid min-w-0 grid-cols-1 gap-1.5', className)}>
      <label htmlFor={controlId} className="font-semibold text-sm">
        {label}
      </label>
      {children ? <Dressed {...wiring}>{children}</Dressed> : <Input {...props} {...wiring} />}
      {hint && (
        <p id={`${controlId}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${controlId}-error`} className="font-medium text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  );
}
