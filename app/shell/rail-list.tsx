import type { ReactNode } from 'react';
import { RailCard } from '#app/ui/card.tsx';
import { PageLink } from './page-link.tsx';

export type RailRow = {
  key: string;
  to: string;
  /** An icon (`<Icon aria-hidden="true" />`), or a person's face. */
  icon: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  /** Overdue or urgent: the detail says so in colour and in its words. */
  urgent?: boolean;
};

type RailListProps = { id: string; title: ReactNode; rows: RailRow[]; empty?: ReactNode; action?: ReactNode };

/** A card of the right rail with one thing a line: what needs me, what is coming, who is new. */
export function RailList({ id, title, rows, empty, action }: RailListProps) {
  if (rows.length === 0 && !empty) return null;
  return (
    <RailCard id={id} title={title} action={action}>
      {rows.length === 0 ? <p className="text-meta text-muted">{empty}</p> : <RailRows rows={rows} />}
    </RailCard>
  );
}

/** The lines alone, for another place than the rail. */
export function RailRows({ rows }: { rows: RailRow[] }) {
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.key}>
          <PageLink
            to={row.to}
            className="-mx-2 flex items-center gap-3 rounded-md px-2 py-2.5 transition-colors hover:bg-sunk"
          >
            <span className="grid w-7 shrink-0 place-items-center text-soft [&>svg]:size-[1.125rem]">
              {row.icon}
            </span>
            <span className="min-w-0">
              <span className="block font-medium break-words">{row.title}</span>
              {row.detail && (
                <span className={row.urgent ? 'block text-meta text-warn' : 'block text-meta text-muted'}>
                  {row.detail}
                </span>
              )}
            </span>
          </PageLink>
        </li>
      ))}
    </ul>
  );
}
