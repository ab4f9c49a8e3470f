import { useTranslations } from 'next-intl';
import type { ErrorCode } from '@/lib/errors';

/**
 * Why something that staff did was refused, in the reader's words. Their pages stay open for hours:
 * meanwhile a session may have ended, or a place on the team.
 */
export function useStaffErrors() {
  const t = useTranslations('admin.refused');
  const errors = useTranslations('errors');
  return (code: ErrorCode | 'unreachable') =>
    code === 'not_found' || code === 'sign_in_required' ? t(code) : errors(code);
}
