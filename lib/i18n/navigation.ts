import { createNavigation } from 'next-intl/navigation';
import { routing } from './routing';

/** Next's own, with the language put before the path. */
export const { Link, redirect, usePathname, useRouter, getPathname } = createNavigation(routing);
