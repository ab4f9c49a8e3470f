import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Cell, DataTable, HeadCell } from '@/components/admin/data-table';
import { may } from '@/lib/staff/policy';
import { permissions, roles } from '@/lib/staff/schema';

/** What each role may do, drawn from the very rules that pages and actions ask. */
export function RolesTable() {
  const t = useTranslations('admin.team');
  const names = useTranslations('admin.roles');
  return (
    <section className="grid gap-3">
      <h2 className="font-display text-2xl">{t('rolesTitle')}</h2>
      <DataTable label={t('rolesTitle')}>
        <thead>
          <tr>
            <HeadCell>{t('what')}</HeadCell>
            {roles.map((role) => (
              <HeadCell
                key={role}
                className="text-center max-sm:whitespace-normal max-sm:px-1 max-sm:text-xs"
              >
                {names(role)}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissions.map((permission) => (
            <tr key={permission} className="last:[&>*]:border-b-0">
              <th
                scope="row"
                className="min-w-32 border-line/60 border-b px-3 py-2 text-left font-normal"
              >
                {t(`may.${permission}`)}
              </th>
              {roles.map((role) => (
                <Cell key={role} className="text-center max-sm:px-1">
                  {may(role, permission) ? (
                    <Check role="img" aria-label={t('yes')} className="inline size-5 text-good" />
                  ) : (
                    <span role="img" aria-label={t('no')} className="text-muted">
                      –
                    </span>
                  )}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}
