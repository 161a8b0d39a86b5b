import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { healthWord } from '#app/shell/health-icon.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { FieldError } from '#app/ui/field-error.tsx';

const CHOICES = [
  {
    health: 'on_track',
    icon: CircleCheck,
    colour: 'text-ok',
    chosen: 'has-checked:border-ok has-checked:bg-ok-soft',
    hint: 'projects.onTrackHint',
  },
  {
    health: 'at_risk',
    icon: TriangleAlert,
    colour: 'text-warn',
    chosen: 'has-checked:border-warn has-checked:bg-warn-soft',
    hint: 'projects.atRiskHint',
  },
  {
    health: 'off_track',
    icon: CircleX,
    colour: 'text-bad',
    chosen: 'has-checked:border-bad has-checked:bg-bad-soft',
    hint: 'projects.offTrackHint',
  },
] as const;

/** Three cards of which one is chosen; plain radio buttons underneath. */
export function HealthChoice({ chosen, error }: { chosen: string | null; error: string | undefined }) {
  const t = useT();
  return (
    <fieldset id="health" aria-describedby={error ? 'health-error' : undefined}>
      <legend className="mb-1 text-meta font-medium">{t('projects.howItStands')}</legend>
      <div className="grid gap-2 sm:grid-cols-3">
        {CHOICES.map(({ health, icon: Icon, colour, chosen: look, hint }) => (
          <label
            key={health}
            className={`flex min-h-14 cursor-pointer items-start gap-2.5 rounded-md border border-control-line px-3 py-2.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus ${look}`}
          >
            <input
              type="radio"
              name="health"
              value={health}
              required
              defaultChecked={chosen === health}
              className="sr-only"
            />
            <Icon aria-hidden="true" className={`mt-0.5 size-5 shrink-0 ${colour}`} />
            <span className="min-w-0">
              <span className="block font-semibold">{t(healthWord(health))}</span>
              <span className="block text-meta text-soft">{t(hint)}</span>
            </span>
          </label>
        ))}
      </div>
      {error && <FieldError id="health-error">{error}</FieldError>}
    </fieldset>
  );
}
