import { useT } from '#app/shell/i18n.tsx';
import { Avatar } from '#app/ui/avatar.tsx';
import { cn } from '#app/ui/cn.ts';
import type { Candidate } from './use-mention-candidates.ts';

type Props = {
  id: string;
  candidates: Candidate[];
  active: number;
  onChoose: (person: Candidate) => void;
};

/** Colleagues to mention, below the text that is being written; the keys are the text's. */
export function MentionList({ id, candidates, active, onChoose }: Props) {
  const t = useT();
  return (
    <ul
      id={id}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA combobox pattern
      role="listbox"
      aria-label={t('conversation.mentionSomebody')}
      className="absolute start-0 top-full z-20 mt-1 max-h-64 w-72 max-w-full animate-appear overflow-y-auto rounded-lg bg-raised p-1 shadow-float"
    >
      {candidates.map((person, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text area's, as in every combobox
        <li
          key={person.handle}
          id={`${id}-${index}`}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA combobox pattern
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(person)}
          className={cn(
            'flex cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5',
            index === active && 'bg-brand-soft',
          )}
        >
          <Avatar name={person.name} personId={person.personId} photoUrl={person.photoUrl} size="sm" />
          <span className="min-w-0">
            <span className="block truncate font-medium" dir="auto">
              {person.name}
            </span>
            <span className="block truncate text-meta text-muted">{person.detail}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
