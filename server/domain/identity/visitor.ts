/** Whoever knocks without being signed in, as far as the request tells. */
export type Visitor = {
  /** The network address, as the trusted proxy or the socket says. */
  address: string;
  userAgent: string;
  /** The cookie of a browser in which somebody has signed in before. */
  deviceToken: string | null;
  requestId: string | null;
  /** Sits at the machine that runs Flurfunk: a loopback address, and no proxy in between. */
  local: boolean;
};

/** "Firefox · Windows": enough to recognise one's own browser in a list, and no more (GDPR Art. 5(1)(c)). */
export function deviceName(userAgent: string): string {
  const browser = find(userAgent, [
    [/Edg(e|A|iOS)?\//, 'Edge'],
    [/OPR\//, 'Opera'],
    [/SamsungBrowser\//, 'Samsung Internet'],
    [/Firefox\/|FxiOS\//, 'Firefox'],
    [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ]);
  const system = find(userAgent, [
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Mac OS X|Macintosh/, 'macOS'],
    [/CrOS/, 'ChromeOS'],
    [/Linux/, 'Linux'],
  ]);
  return [browser, system].filter(Boolean).join(' · ');
}

function find(text: string, names: [RegExp, string][]): string {
  return names.find(([pattern]) => pattern.test(text))?.[1] ?? '';
}
