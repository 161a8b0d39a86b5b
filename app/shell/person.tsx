import { Avatar } from '#app/ui/avatar.tsx';
import { cn } from '#app/ui/cn.ts';
import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import { useT } from './i18n.tsx';
import { PageLink } from './page-link.tsx';

type Size = Parameters<typeof Avatar>[0]['size'];
type Person = Pick<PersonRef, 'id' | 'handle' | 'name' | 'photo'> & Partial<PersonRef>;

/** A person's name, or what stands in for one that is withheld or erased. */
export function usePersonName(): (person: { name: string }) => string {
  const t = useT();
  return ({ name }) => name || t('common.nameWithheld');
}

export function PersonAvatar({
  person,
  size,
  own,
  className,
}: {
  person: Person;
  size?: Size;
  own?: boolean;
  className?: string;
}) {
  const nameOf = usePersonName();
  return (
    <Avatar
      name={nameOf(person)}
      personId={person.id}
      photoUrl={person.photo}
      own={own}
      size={size}
      className={className}
    />
  );
}

type PersonLinkProps = { person: Person; className?: string };

/** Name with a link to the profile; partners carry their label wherever they stand. */
export function PersonLink({ person, className }: PersonLinkProps) {
  const t = useT();
  const nameOf = usePersonName();
  return (
    <>
      <PageLink ahead to={`/people/${person.handle}`} dir="auto" className={cn('person-link', className)}>
        {nameOf(person)}
      </PageLink>
      {person.external && (
        <span className="ms-1.5 rounded-sm bg-warn-soft px-1.5 py-px text-mini font-medium text-warn">
          {t('common.external')}
        </span>
      )}
    </>
  );
}
