import { Link } from '@remix-run/react';
import { SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { type MessageKey, useT } from '#app/shell/i18n.tsx';
import { buttonStyle } from '#app/ui/button.tsx';
import { cn } from '#app/ui/cn.ts';
import { pillStyle } from '#app/ui/pill.tsx';
import { Popover } from '#app/ui/popover.tsx';
import { type ChartAddress, COLOURS, type ColourKey, MAX_DEPTH, writeAddress } from './chart-address.ts';

const COLOUR_WORDS: Record<ColourKey, MessageKey> = {
  unit: 'organisation.unit',
  site: 'organisation.site',
  health: 'chart.colourHealth',
};

/** How the chart is drawn: colours, dotted lines, levels. Links, so that each choice has its address. */
export function DisplayMenu({ address }: { address: ChartAddress }) {
  const t = useT();
  const levels = Array.from({ length: MAX_DEPTH }, (_, n) => n + 1);
  return (
    <Popover
      trigger={<SlidersHorizontal aria-hidden="true" />}
      triggerLabel={t('chart.display')}
      triggerClassName={cn(
        buttonStyle(),
        '!size-10 !px-0',
        (address.colour || address.dotted) && '!bg-brand-soft !text-brand-ink',
      )}
      label={t('chart.display')}
    >
      <div className="flex w-72 max-w-full flex-col gap-4 text-meta">
        <Choices title={t('chart.colourBy')}>
          {[null, ...COLOURS].map((colour) => (
            <Choice key={colour} to={writeAddress(address, { colour })} active={address.colour === colour}>
              {t(colour ? COLOUR_WORDS[colour] : 'chart.colourNone')}
            </Choice>
          ))}
        </Choices>
        <Choices title={t('chart.dottedLines')}>
          {[false, true].map((dotted) => (
            <Choice
              key={String(dotted)}
              to={writeAddress(address, { dotted })}
              active={address.dotted === dotted}
            >
              {t(dotted ? 'chart.dottedShown' : 'chart.dottedHidden')}
            </Choice>
          ))}
        </Choices>
        <Choices title={t('organisation.levels')}>
          {levels.map((depth) => (
            <Choice key={depth} to={writeAddress(address, { depth })} active={address.depth === depth}>
              {depth}
            </Choice>
          ))}
        </Choices>
      </div>
    </Popover>
  );
}

function Choices({ title, children }: { title: string; children: ReactNode }) {
  return (
    <nav aria-label={title}>
      <p className="mb-1.5 text-muted">{title}</p>
      <div className="flex flex-wrap gap-1.5">{children}</div>
    </nav>
  );
}

function Choice({ to, active, children }: { to: string; active: boolean; children: ReactNode }) {
  return (
    <Link
      to={to}
      preventScrollReset
      aria-current={active ? 'true' : undefined}
      className={pillStyle({ active })}
    >
      {children}
    </Link>
  );
}
