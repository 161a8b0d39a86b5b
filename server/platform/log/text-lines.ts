import type { pino } from 'pino';

/** Turns pino's JSON into one readable line: time, level unless info, message, what is left as JSON. */
export function textLines(out: { write(text: string): unknown }): pino.DestinationStream {
  return { write: (json) => void out.write(`${line(json)}\n`) };
}

function line(json: string): string {
  const { time, level, msg, err, ...rest } = JSON.parse(json) as Record<string, unknown>;
  const clock = String(time).slice(11, 19);
  const mark = level === 'info' ? '' : `${String(level).toUpperCase()} `;
  const details = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
  const stack = err && typeof err === 'object' && 'stack' in err ? `\n${String(err.stack)}` : '';
  return `${clock} ${mark}${msg ?? ''}${details}${stack}`;
}
