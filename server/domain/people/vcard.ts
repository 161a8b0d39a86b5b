import type { ProfileView } from './profile.queries.ts';

/**
 * The profile as a contact card: vCard 3.0 (RFC 2426), which Outlook, iOS and Android all read, in UTF-8. Holds
 * exactly what the reader sees on the profile.
 * @param photo as JPEG, where the reader sees one
 */
export function toVcard(
  profile: ProfileView,
  names: { given: string; family: string },
  company: string,
  photo: Uint8Array | null = null,
): string {
  const field = (key: string) => profile.fields.find((one) => one.key === key)?.values[0];
  const seat = profile.seats[0];
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${escapeText(names.family)};${escapeText(names.given)};;;`,
    `FN:${escapeText(profile.person.name)}`,
    `ORG:${escapeText(company)}${seat?.unit ? `;${escapeText(seat.unit.name)}` : ''}`,
    seat && `TITLE:${escapeText(seat.title)}`,
    line('EMAIL;TYPE=INTERNET,WORK', field('email')),
    line('TEL;TYPE=WORK,VOICE', field('phone')),
    line('TEL;TYPE=CELL', field('mobile')),
    profile.site && `ADR;TYPE=WORK:;${escapeText(field('room') ?? '')};;${escapeText(profile.site.name)};;;`,
    photo && `PHOTO;ENCODING=b;TYPE=JPEG:${Buffer.from(photo).toString('base64')}`,
    `UID:urn:uuid:${profile.person.id}`,
    'END:VCARD',
  ];
  return `${lines
    .filter(Boolean)
    .map((text) => fold(text as string))
    .join('\r\n')}\r\n`;
}

function line(name: string, value: string | undefined): string | null {
  return value ? `${name}:${escapeText(value)}` : null;
}

/**
 * A text value (RFC 2426 section 4, RFC 2425 section 5.8.4): what ends a line anywhere (Unicode Standard Annex 14: BK, CR, LF,
 * NL) becomes `\n`, so that no name can begin a property of its own; other control characters but the tab are left out.
 */
function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '');
}

/** Lines of at most 75 octets, never cut inside a character (RFC 2425 §5.8.1). */
function fold(text: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of text) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
