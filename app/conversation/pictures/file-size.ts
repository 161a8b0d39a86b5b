import { useFormat } from '#app/shell/i18n.tsx';

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** Bytes as people say them: "340 kB", "2.4 MB". */
export function useFileSize(): (bytes: number) => string {
  const format = useFormat();
  return (bytes) => {
    const power = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
    const value = bytes / 1_000 ** power;
    return format.unit(value < 10 ? Math.round(value * 10) / 10 : Math.round(value), UNITS[power]);
  };
}
