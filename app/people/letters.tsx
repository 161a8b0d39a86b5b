import { Link } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import { type DirectoryQuery, directoryAddress } from './directory-address.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz'.split('');

type LettersProps = {
  filter: DirectoryQuery;
  /** Letters under which somebody stands. */
  filled: string[];
};

/** The alphabet over the directory; a letter without anybody can't be pressed, a second press lets it go. */
export function Letters({ filter, filled }: LettersProps) {
  const t = useT();
  const other = filled.includes('other') ? ['other'] : [];
  const strip = useRef<HTMLElement>(null);
  const chosen = filter.letter;
  // On a phone the alphabet is wider than the screen: the letter one chose is brought before one's eyes.
  useEffect(() => {
    const letter = chosen && strip.current?.querySelector<HTMLElement>('[aria-current]');
    if (letter && strip.current)
      strip.current.scrollLeft = letter.offsetLeft - (strip.current.clientWidth - letter.offsetWidth) / 2;
  }, [chosen]);
  return (
    <nav
      ref={strip}
      aria-label={t('people.letters')}
      className="relative mb-3 overflow-x-auto px-4 md:-mx-1 md:px-0"
    >
      <ul className="flex w-max gap-0.5 p-0.5 md:w-auto md:justify-between md:gap-0">
        {[...ALPHABET, ...other].map((letter) => (
          <li key={letter}>
            <Letter letter={letter} filter={filter} enabled={filled.includes(letter)} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Letter({ letter, filter, enabled }: { letter: string; filter: DirectoryQuery; enabled: boolean }) {
  const t = useT();
  const look = 'grid h-8 min-w-6 place-items-center rounded-sm text-meta font-medium';
  const shown = letter === 'other' ? '#' : letter.toUpperCase();
  if (!enabled) {
    return (
      <span aria-hidden="true" className={cn(look, 'text-muted/60')}>
        {shown}
      </span>
    );
  }
  const current = filter.letter === letter;
  return (
    <Link
      to={directoryAddress({ ...filter, letter: current ? null : letter, after: null })}
      aria-current={current ? 'page' : undefined}
      aria-label={letter === 'other' ? t('people.otherLetters') : undefined}
      preventScrollReset
      className={cn(
        look,
        current ? 'bg-brand-soft text-brand-ink' : 'text-soft hover:bg-sunk hover:text-ink',
      )}
    >
      {shown}
    </Link>
  );
}
