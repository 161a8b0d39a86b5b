import { useT } from '#app/shell/i18n.tsx';
import { PersonLink } from '#app/shell/person.tsx';
import type { PersonRef } from '#server/domain/identity/person-ref.ts';

type Props = { author: PersonRef; office?: string | null; behalfOf?: PersonRef };

/** Who wrote something; and, wherever it is shown, on behalf of which office or of whom. */
export function SpokenBy({ author, office, behalfOf }: Props) {
  const t = useT();
  const writer = <PersonLink key="author" person={author} className="text-ink" />;
  if (!office && !behalfOf) return writer;
  const whom = behalfOf ? (
    <PersonLink key="whom" person={behalfOf} className="text-ink" />
  ) : (
    <strong key="whom" className="font-semibold text-ink">
      {office}
    </strong>
  );
  return <>{t.rich('feed.onBehalfOf', { author: writer, whom })}</>;
}
