import { Form, useNavigate } from '@remix-run/react';
import { useT } from '#app/shell/i18n.tsx';
import { type ChartAddress, writeAddress } from './chart-address.ts';
import { ChartSearch } from './chart-search.tsx';
import { KeptFields } from './kept-fields.tsx';

/** Search as one types; choosing a hit flies there. Without script, Enter leads to the best hit. */
export function FindInChart({ address, chartId }: { address: ChartAddress; chartId: string }) {
  const t = useT();
  const navigate = useNavigate();
  return (
    <Form action="/org" className="relative min-w-40 flex-1 md:max-w-60 md:basis-40" role="search">
      <KeptFields address={address} change={{ focus: null }} />
      <ChartSearch
        name="find"
        label={t('organisation.find')}
        chartId={chartId}
        on={address.on}
        onChoose={(hit) =>
          navigate(writeAddress(address, { focus: hit.positionId }), { preventScrollReset: true })
        }
      />
    </Form>
  );
}
