import { Form, Link, useNavigate } from '@remix-run/react';
import { Waypoints } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { buttonStyle } from '#app/ui/button.tsx';
import { cn } from '#app/ui/cn.ts';
import { Popover } from '#app/ui/popover.tsx';
import type { ChartHit } from '#server/domain/organisation/chart.view.ts';
import { writeAddress } from '../chart-address.ts';
import { ChartSearch } from '../chart-search.tsx';
import { KeptFields } from '../kept-fields.tsx';
import type { OrganisationPage } from '../organisation-page.ts';

/** "How am I connected to …": from the one in focus to me by a press, to anybody else by their name. */
export function PathMenu({ page }: { page: OrganisationPage }) {
  const t = useT();
  const navigate = useNavigate();
  const { address, person, me, view } = page;
  const from = person?.handle ?? view.focusId;
  if (!from) return null;
  const isMe = person?.handle === me.handle;
  const name = person ? person.name || t('common.nameWithheld') : t('chart.thisSeat');
  const choose = (to: string) =>
    navigate(writeAddress(address, { path: { from, to } }), { preventScrollReset: true });
  return (
    <Popover
      trigger={<Waypoints aria-hidden="true" />}
      triggerLabel={t('chart.pathTitle')}
      triggerClassName={cn(buttonStyle(), '!size-10 !px-0', address.path && '!bg-brand-soft !text-brand-ink')}
      label={t('chart.pathTitle')}
      className="overflow-visible"
    >
      <div className="flex w-72 max-w-full flex-col gap-3 text-meta">
        <p className="font-medium">{isMe ? t('chart.pathFromMe') : t('chart.pathFrom', { name })}</p>
        {!isMe && (
          <Link
            to={writeAddress(address, { path: { from: me.handle, to: from } })}
            preventScrollReset
            onClick={(event) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
            className={buttonStyle({ look: 'primary' })}
          >
            {t('chart.pathToMe')}
          </Link>
        )}
        <Form action="/org" className="relative" role="search">
          <KeptFields address={address} change={{ path: null }} />
          <input type="hidden" name="from" value={from} />
          <ChartSearch
            name="connect"
            label={t('chart.pathTo')}
            chartId={view.chart.id}
            on={address.on}
            onChoose={(hit) => {
              document.activeElement?.closest<HTMLElement>('[popover]')?.hidePopover();
              choose(endOf(hit));
            }}
          />
        </Form>
      </div>
    </Popover>
  );
}

/** A person stands for all their seats; a shared or vacant seat for itself. */
function endOf(hit: ChartHit): string {
  const [first, second] = hit.holders;
  return first?.person.name && !second ? first.person.handle : hit.positionId;
}
