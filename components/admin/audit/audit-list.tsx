import { ArrowRight } from 'lucide-react';
import type { AuditRecord } from '@/lib/audit/schema';
import { posterDate } from '@/lib/i18n/dates';
import { type Difference, differencesOf } from './differences';
import { useAuditWords } from './use-audit-words';

type Props = { records: AuditRecord[]; timeZone: string };

/** Who changed what, and when: the newest first. */
export function AuditList({ records, timeZone }: Props) {
  const { t } = useAuditWords();
  return (
    <ol aria-label={t('title')} className="rounded-card border border-line bg-raised">
      {records.map((record) => (
        <li key={record.id} className="border-line px-4 py-3.5 not-first:border-t sm:px-5">
          <Entry record={record} timeZone={timeZone} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ record, timeZone }: { record: AuditRecord; timeZone: string }) {
  const words = useAuditWords();
  const { t, locale } = words;
  const { at, who, target, before, after, reason } = record;
  const { weekday, day, month, time, isoDay } = posterDate(at, locale, timeZone);
  const differences = differencesOf(before, after);
  return (
    <div className="grid gap-x-6 gap-y-1.5 md:grid-cols-[11rem_minmax(0,1fr)]">
      <p className="text-muted text-sm tabular-nums">
        <time dateTime={at}>
          {weekday} {day} {month} {isoDay.slice(0, 4)}, {time}
        </time>
        <span className="block font-medium text-ink">{who}</span>
      </p>
      <div className="min-w-0">
        <p>
          <span className="font-semibold">{words.action(record.action)}</span>
          {target && <span className="break-words text-muted"> · {words.target(target)}</span>}
        </p>
        {differences.length > 0 && (
          <dl className="mt-1.5 grid gap-1 text-sm">
            {differences.map((each) => (
              <Line key={each.field} difference={each} />
            ))}
          </dl>
        )}
        {reason && (
          <p className="mt-1.5 break-words border-brass border-l-2 pl-3 text-sm">
            <span className="text-muted">{t('reason')}: </span>
            {reason}
          </p>
        )}
      </div>
    </div>
  );
}

function Line({ difference: { field: name, before, after } }: { difference: Difference }) {
  const { t, field, value } = useAuditWords();
  const both = before !== undefined && after !== undefined;
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      <dt className="text-muted">{field(name)}</dt>
      <dd className="flex min-w-0 flex-wrap items-baseline gap-x-2 break-words tabular-nums">
        {before !== undefined && (
          <del className="text-muted decoration-1">
            <span className="sr-only">{t('was')} </span>
            {value(before)}
          </del>
        )}
        {both && <ArrowRight aria-hidden className="size-3.5 self-center text-muted" />}
        {after !== undefined && (
          <ins className="font-medium no-underline">
            <span className="sr-only">{t('is')} </span>
            {value(after)}
          </ins>
        )}
      </dd>
    </div>
  );
}
