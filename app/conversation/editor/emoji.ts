/** What colleagues say with one sign; every other comes from the keyboard of the device. */
export const EMOJI = [
  ...['👍', '🙏', '🎉', '❤️', '😊', '😄', '😂', '😉', '🤔', '😅', '😢', '👏', '💪', '🙌', '👋', '🤝'],
  ...['✅', '❌', '⚠️', '❓', '💡', '🔥', '⭐', '🚀', '📌', '📅', '⏰', '📎', '🔧', '🏗️', '🚧', '🏭'],
  ...['☕', '🍞', '🎂', '🌧️', '☀️', '❄️', '🚲', '🚆'],
];
