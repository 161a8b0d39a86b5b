import { ChartBarDecreasing } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import type { FormErrors } from '#app/shell/parse-form.ts';
import { Button } from '#app/ui/button.tsx';

const PollFields = lazy(() => import('./poll-fields.tsx').then((file) => ({ default: file.PollFields })));

type Props = { failed?: { errors: FormErrors; values: Record<string, string> } };

/** A poll that goes with the post: what is asked is the post itself. */
export function ComposerPoll({ failed }: Props) {
  const t = useT();
  const values = failed?.values ?? {};
  const typed = Object.keys(values).filter((name) => /^pollOption\d/.test(name) && values[name]);
  const [open, setOpen] = useState(typed.length > 0 || Boolean(values.pollClosesOn));
  if (!open) {
    return (
      <Button look="quiet" onClick={() => setOpen(true)}>
        <ChartBarDecreasing aria-hidden="true" />
        {t('feed.poll')}
      </Button>
    );
  }
  const last = Math.max(2, ...typed.map((name) => Number(name.slice('pollOption'.length))));
  return (
    <Suspense>
      <PollFields failed={failed} rows={last} onClose={() => setOpen(false)} />
    </Suspense>
  );
}
