import { Children, cloneElement, type ReactElement, type ReactNode } from 'react';
import { cn } from './class-names';

type Props = Record<string, unknown> & { className?: string };

/** Gives its own props to its only child, such as a link or a control, whose own go before. */
export function Dressed({ children, ...given }: Props & { children: ReactNode }) {
  const child = Children.only(children) as ReactElement<Props>;
  const own = child.props;
  const className = cn(given.className, own.className) || undefined;
  return cloneElement(child, { ...given, ...own, className });
}
