import { Sparkles } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';

/** Before anybody types: what Flurfunk looks like with a company in it. */
export function SampleOffer({ failed }: { failed: boolean }) {
  const t = useT();
  return (
    <Card className="flex flex-wrap items-center gap-x-5 gap-y-3 bg-brand-soft md:px-6">
      <Sparkles aria-hidden="true" className="size-5 shrink-0 text-brand-ink" />
      <div className="min-w-56 flex-1">
        <p className="font-semibold">{t('setup.sampleTitle')}</p>
        <p className="text-meta text-soft text-pretty">{t('setup.sampleText')}</p>
        {failed && (
          <p role="alert" className="mt-1 text-meta font-medium text-bad">
            {t('setup.sampleFailed')}
          </p>
        )}
      </div>
      <Button type="submit" name="intent" value="sample" formNoValidate>
        {t('setup.sampleOpen')}
      </Button>
    </Card>
  );
}
