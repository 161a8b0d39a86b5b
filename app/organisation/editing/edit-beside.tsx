import { useNavigate } from '@remix-run/react';
import { onUse } from '#app/shell/on-use.tsx';
import { writeAddress } from '../chart-address.ts';
import type { EditPanelProps } from './edit-panel.tsx';

const EditPanel = onUse(() => import('./edit-panel.tsx').then((module) => module.EditPanel));

type EditBesideProps = Omit<EditPanelProps, 'onClose'>;

/** The panel to edit with, whose code comes when somebody opens it. */
export function EditBeside(props: EditBesideProps) {
  const navigate = useNavigate();
  const { address } = props;
  return (
    <EditPanel
      {...props}
      onClose={() => navigate(writeAddress(address, { edit: false }), { preventScrollReset: true })}
    />
  );
}
