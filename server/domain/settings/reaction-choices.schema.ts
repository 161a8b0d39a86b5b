// Without Zod, for the pages.

/** What a company can choose its reactions from: kind or matter-of-fact, readable when small, none that mocks. */
export const REACTION_CHOICES = [
  '👍',
  '❤️',
  '🎉',
  '💪',
  '👏',
  '💡',
  '🙏',
  '😀',
  '😂',
  '😮',
  '😢',
  '🤔',
  '👀',
  '✅',
  '🚀',
  '🌱',
  '☕',
  '⚓',
  '🔧',
  '🙌',
] as const;

/** How many places there are. */
export const REACTION_PLACES = 8;
