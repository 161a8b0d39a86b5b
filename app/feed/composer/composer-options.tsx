import { MustReadOption } from '#app/must-read/must-read-option.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { Select } from '#app/ui/select.tsx';
import type { AudienceChoice } from '#server/domain/feed/feed.view.ts';
import { ComposerLanguages } from './composer-languages.tsx';
import { ComposerLater } from './composer-later.tsx';
import { ComposerPoll } from './composer-poll.tsx';
import type { PostParts, PostStart } from './post-draft.ts';

export type ComposerOptionsProps = {
  audiences: AudienceChoice[];
  audienceId: string | undefined;
  onAudience: (id: string) => void;
  /** Whom the writer may speak for. */
  voices: { voice: string; name: string }[];
  parts: PostParts;
  onPart: (part: keyof PostParts, open: boolean) => void;
  /** The writer's, for what is to come out later. */
  timeZone: string;
  /** Somebody is at the composer. */
  writing: boolean;
  /** What the fields begin with. */
  start: PostStart;
  errorOf: (field: string) => string | undefined;
};

/** Who can read a post, and all that may go with it. */
export function ComposerOptions({ start, parts, onPart, errorOf, ...props }: ComposerOptionsProps) {
  const { audiences, audienceId, onAudience, voices, timeZone, writing } = props;
  const t = useT();
  const { values, lost } = start;
  return (
    <>
      <label htmlFor="composer-audience" className="flex min-w-0 items-center gap-2 text-meta text-muted">
        <span className="max-sm:sr-only">{t('feed.audience')}</span>
        <Select
          id="composer-audience"
          name="audienceId"
          controlSize="sm"
          className="w-52 max-w-full"
          value={audienceId}
          aria-describedby={lost.audience && 'composer-lost'}
          onChange={(event) => onAudience(event.currentTarget.value)}
        >
          {audiences.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.kind === 'everyone' ? t('feed.everyone') : choice.name}
            </option>
          ))}
        </Select>
      </label>
      {(lost.audience || lost.voice) && (
        <p
          id="composer-lost"
          role="status"
          className="order-first basis-full text-meta font-medium text-warn"
        >
          {lost.audience && t('feed.draftAudienceLost')} {lost.voice && t('feed.draftVoiceLost')}
        </p>
      )}
      <ComposerPoll
        open={parts.poll}
        onOpen={(open) => onPart('poll', open)}
        values={values}
        errorOf={errorOf}
      />
      <ComposerLanguages
        open={parts.other}
        onOpen={(open) => onPart('other', open)}
        writing={writing}
        audienceId={audienceId}
        values={values}
        errorOf={errorOf}
      />
      <ComposerLater
        open={parts.later}
        onOpen={(open) => onPart('later', open)}
        timeZone={timeZone}
        values={values}
        errorOf={errorOf}
      />
      {voices.length > 0 && (
        <label htmlFor="composer-voice" className="flex min-w-0 items-center gap-2 text-meta text-muted">
          <span className="max-sm:sr-only">{t('feed.speakAs')}</span>
          <Select
            id="composer-voice"
            name="voice"
            controlSize="sm"
            className="w-44 max-w-full"
            defaultValue={values.voice ?? ''}
          >
            <option value="">{t('feed.myself')}</option>
            {voices.map(({ voice, name }) => (
              <option key={voice} value={voice}>
                {name}
              </option>
            ))}
          </Select>
        </label>
      )}
      {audiences.find((choice) => choice.id === audienceId)?.mayRequire && (
        <MustReadOption values={values} errorOf={errorOf} />
      )}
    </>
  );
}
