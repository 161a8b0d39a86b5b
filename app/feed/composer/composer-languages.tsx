import { Languages, X } from 'lucide-react';
import { useState } from 'react';
import { WritingArea } from '#app/conversation/writing-area.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { FieldError } from '#app/ui/field-error.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import { Select } from '#app/ui/select.tsx';

type Props = {
  open: boolean;
  onOpen: (open: boolean) => void;
  /** Somebody is at the composer: only now is the editor fetched. */
  writing: boolean;
  audienceId?: string;
  values: Record<string, string>;
  errorOf: (field: string) => string | undefined;
};

/** The same post in the company's other language: each reader gets theirs. */
export function ComposerLanguages({ open, onOpen, writing, audienceId, values, errorOf }: Props) {
  const t = useT();
  const mine = t.locale === 'en' ? 'en' : 'de';
  const [language, setLanguage] = useState(values.language || mine);
  // What a draft brings back leaves the focus where it is; what somebody asks for takes it.
  const [asked, setAsked] = useState(!open);
  if (!open) {
    return (
      <Button look="quiet" onClick={() => onOpen(true)}>
        <Languages aria-hidden="true" />
        {t('projects.otherLanguage')}
      </Button>
    );
  }
  const remove = () => {
    setAsked(true);
    onOpen(false);
  };
  const error = errorOf('otherText') ?? errorOf('language');
  const label = t(language === 'de' ? 'feed.inEnglish' : 'feed.inGerman');
  return (
    <div className="basis-full rounded-md border border-line p-2">
      <div className="flex items-center gap-2 text-meta text-muted">
        <label htmlFor="composer-language">{t('feed.textAboveIs')}</label>
        <Select
          id="composer-language"
          name="language"
          controlSize="sm"
          className="w-32"
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value)}
        >
          <option value="de">Deutsch</option>
          <option value="en">English</option>
        </Select>
        <span className="ms-auto">
          <IconButton size="sm" label={t('common.remove')} onClick={remove}>
            <X aria-hidden="true" />
          </IconButton>
        </span>
      </div>
      <WritingArea
        writing={writing}
        still={!asked}
        plain
        name="otherText"
        rows={3}
        maxLength={20_000}
        audienceId={audienceId}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        placeholder={label}
        lang={language === 'de' ? 'en' : 'de'}
        defaultValue={values.otherText}
        className="resize-none px-1 py-2"
      />
      {error && <FieldError id="other-text-error">{error}</FieldError>}
    </div>
  );
}
