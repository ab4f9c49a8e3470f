import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { AuditChoices, AuditQuery } from '@/lib/audit/schema';
import { Link } from '@/lib/i18n/navigation';
import { useAuditWords } from './use-audit-words';

type Props = { path: string; choices: AuditChoices; query: AuditQuery };

/** Whom, what and which day: a plain form, whose answer has an address of its own. */
export function AuditFilters({ path, choices, query: { who, action: chosen, day } }: Props) {
  const { t, action } = useAuditWords();
  const actions = choices.actions
    .map((name) => ({ name, words: action(name) }))
    .sort((a, b) => a.words.localeCompare(b.words));
  return (
    <form
      method="get"
      aria-label={t('filters')}
      className="mb-6 grid items-end gap-4 sm:grid-cols-2 xl:grid-cols-[1fr_1fr_1fr_auto]"
    >
      <Field label={t('who')}>
        <Select name="who" defaultValue={who ?? ''}>
          <option value="">{t('everybody')}</option>
          {choices.people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('what')}>
        <Select name="action" defaultValue={chosen ?? ''}>
          <option value="">{t('everything')}</option>
          {actions.map(({ name, words }) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('day')} name="day" type="date" defaultValue={day ?? ''} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit">{t('show')}</Button>
        {(who || chosen || day) && (
          <Button asChild variant="quiet">
            <Link href={path}>{t('clear')}</Link>
          </Button>
        )}
      </div>
    </form>
  );
}
