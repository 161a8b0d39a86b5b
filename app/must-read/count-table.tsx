import { useFormat, useT } from '#app/shell/i18n.tsx';

/** `confirmed` is null where the number is withheld. */
export type CountRow = { name: string; must: number; confirmed: number | null };

/** How many have confirmed, group by group; withheld numbers say so. */
export function CountTable({ title, counts }: { title: string; counts: CountRow[] }) {
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
          <tr key={name} className="border-t border-line">
            <th scope="row" className="py-1.5 pe-3 text-start font-normal break-words">
              {name}
            </th>
            {confirmed === null ? (
              <td colSpan={2} className="py-1.5 text-end text-muted">
                {t('mustRead.withheld')}
              </td>
            ) : (
              <>
                <td className="py-1.5 text-end tabular-nums">{t('mustRead.of', { confirmed, must })}</td>
                <td className="w-16 py-1.5 text-end text-muted tabular-nums">
                  {format.percent(must > 0 ? confirmed / must : 0)}
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
