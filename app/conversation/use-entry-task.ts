import { useT } from '#app/shell/i18n.tsx';
import { useToast } from '#app/ui/toast.tsx';

type Attempt = (fields: Record<string, string>) => Promise<string | null>;

/** Does what the small window asks for, and thanks for a report or confirms that something is hidden. */
export function useEntryTask(attempt: Attempt): Attempt {
  const t = useT();
  const toast = useToast();
  return async (fields) => {
    const fault = await attempt(fields);
    if (fault === null && fields.intent === 'report') toast({ text: t('moderation.reported') });
    if (fault === null && fields.intent === 'hide') toast({ text: t('moderation.hidden') });
    return fault;
  };
}
