import { ChartBarDecreasing } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';

const PollFields = lazy(() => import('./poll-fields.tsx').then((file) => ({ default: file.PollFields })));

type Props = {
  open: boolean;
  onOpen: (open: boolean) => void;
  values: Record<string, string>;
  errorOf: (field: string) => string | undefined;
};

/** A poll that goes with the post: what is asked is the post itself. */
export function ComposerPoll({ open, onOpen, values, errorOf }: Props) {
  const t = useT();
  if (!open) {
    return (
      <Button look="quiet" onClick={() => onOpen(true)}>
        <ChartBarDecreasing aria-hidden="true" />
        {t('feed.poll')}
      </Button>
    );
  }
  return (
    <Suspense fallback={<Meanwhile values={values} />}>
      <PollFields values={values} errorOf={errorOf} onClose={() => onOpen(false)} />
    </Suspense>
  );
}

/** Until the fields are there, the form holds and sends what a draft has brought back of them. */
function Meanwhile({ values }: Pick<Props, 'values'>) {
  const kept = Object.entries(values).filter(([name]) => name.startsWith('poll'));
  return kept.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
