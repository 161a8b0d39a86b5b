import { useT } from '#app/shell/i18n.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';

/** The language in which newcomers meet Flurfunk, and how it addresses them in German. */
export function LanguageFields({ language, tone }: { language: string; tone: string }) {
  const t = useT();
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 text-meta font-medium">{t('setup.defaultLanguage')}</legend>
        <Checkbox
          kind="radio"
          name="defaultLanguage"
          value="de"
          label={<span lang="de">Deutsch</span>}
          defaultChecked={language === 'de'}
        />
        <Checkbox
          kind="radio"
          name="defaultLanguage"
          value="en"
          label={<span lang="en">English</span>}
          defaultChecked={language !== 'de'}
        />
      </fieldset>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 text-meta font-medium">{t('setup.germanTone')}</legend>
        <Checkbox
          kind="radio"
          name="germanTone"
          value="du"
          label={t('account.toneDu')}
          hint={<span lang="de">{t('setup.toneDuExample')}</span>}
          defaultChecked={tone !== 'sie'}
        />
        <Checkbox
          kind="radio"
          name="germanTone"
          value="sie"
          label={t('account.toneSie')}
          hint={<span lang="de">{t('setup.toneSieExample')}</span>}
          defaultChecked={tone === 'sie'}
        />
      </fieldset>
    </div>
  );
}
