import { useNavigate } from '@remix-run/react';
import { useT } from '#app/shell/i18n.tsx';
import { onUse } from '#app/shell/on-use.tsx';
import { buttonStyle } from '#app/ui/button.tsx';
import { writeAddress } from '../chart-address.ts';
import type { EditPanelProps } from './edit-panel.tsx';
import { seatAddress } from './seat-address.ts';

const EditPanel = onUse(() => import('./edit-panel.tsx').then((module) => module.EditPanel));

type EditBesideProps = Omit<EditPanelProps, 'onClose'>;

/** The panel to edit with, whose code comes when somebody opens it; where none comes, the way to a page of its own. */
export function EditBeside(props: EditBesideProps) {
  const t = useT();
  const navigate = useNavigate();
  const { address, chartId, focusId } = props;
  return (
    <>
      <noscript>
        <p className="mx-4 mb-4 md:mx-6">
          <a href={seatAddress(chartId, focusId)} className={buttonStyle({ look: 'primary' })}>
            {t('orgEdit.onPage')}
          </a>
        </p>
      </noscript>
      <EditPanel
        {...props}
        onClose={() => navigate(writeAddress(address, { edit: false }), { preventScrollReset: true })}
      />
    </>
  );
}
