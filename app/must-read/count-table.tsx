import { useFormat, useT } from '#app/shell/i18n.tsx';
import type { ConfirmationCount } from '#server/domain/must-read/confirmations.queries.ts';

/** How many have confirmed, group by group. */
export function CountTable({ title, counts }: { title: string; counts: ConfirmationCount[] }) {
  const t = useT();
  const format = useFormat();
  if (counts.length === 0) return null;
  return (
    <table className="w-full text-start">
      <caption className="mb-1 text-start font-semibold">{title}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('mustRead.group')}</th>
          <th scope="col">{t('mustRead.confirmed')}</th>
          <th scope="col">{t('mustRead.share')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ name, must, confirmed }) => (
          <tr key={name ?? ''} className="border-t border-line">
            <th scope="row" className="py-1.5 pe-3 text-start font-normal">
              {name ?? t('mustRead.smallGroups')}
            </th>
            <td className="py-1.5 text-end tabular-nums">{t('mustRead.of', { confirmed, must })}</td>
            <td className="w-16 py-1.5 text-end text-muted tabular-nums">
              {format.percent(must > 0 ? confirmed / must : 0)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
