/** One line of a mail: what happened, what goes with it, a few words of it, where it is. */
export type MailItem = {
  sentence: string;
  notes: string[];
  excerpt: string;
  meta: string;
  link: string;
};
/** `more` says how many are not listed, and leads to them. */
export type MailSection = {
  title: string;
  items: MailItem[];
  more: { text: string; link: string } | null;
};

/** A mail before it is set; every text in the reader's language. */
export type MailDraft = {
  language: 'en' | 'de';
  company: string;
  hue: number;
  greeting: string;
  intro: string;
  sections: MailSection[];
  open: string;
  /** Why it came and how to end it: a text and its link. */
  foot: { text: string; link: string }[];
};

/** The mail as text: every link in full. */
export function mailText({ language, greeting, intro, sections, foot }: MailDraft): string {
  const [open, close] = language === 'de' ? ['„', '“'] : ['“', '”'];
  const lines = sections.flatMap(({ title, items, more }) => [
    ...(title ? [title.toUpperCase(), ''] : []),
    ...items.flatMap(({ sentence, notes, excerpt, meta, link }) => [
      sentence,
      ...notes,
      ...(excerpt ? [`${open}${excerpt}${close}`] : []),
      meta,
      link,
      '',
    ]),
    ...(more ? [more.text, more.link, ''] : []),
  ]);
  const ends = foot.map(({ text, link }) => `${text}\n${link}`);
  return [greeting, '', intro, '', ...lines, '-- ', ...ends].join('\n');
}

/**
 * The mail as HTML that mail programs of the last ten years show alike: one column, styles on the elements, no image,
 * nothing from the network. Everything written by people is escaped.
 */
export function mailHtml(draft: MailDraft): string {
  const { language, company, greeting, intro, sections, open, foot } = draft;
  const brand = `hsl(${Math.round(draft.hue)}, 60%, 28%)`;
  const link = `color:${brand};font-weight:600;text-decoration:none`;
  const item = (one: MailItem) => `
<tr><td style="padding:14px 0;border-top:1px solid #e4e2dd">
<a href="${escapeHtml(one.link)}" style="${link}">${escapeHtml(one.sentence)}</a>
${one.notes.map((note) => `<div style="margin-top:4px;color:#55524c">${escapeHtml(note)}</div>`).join('')}${one.excerpt ? `<div style="margin-top:6px;padding-left:10px;border-left:2px solid #e4e2dd;color:#55524c">${escapeHtml(one.excerpt)}</div>` : ''}
<div style="margin-top:4px;font-size:13px;color:#6b675f">${escapeHtml(one.meta)}</div>
</td></tr>`;
  const section = ({ title, items, more }: MailSection) => `
${title ? `<h2 style="margin:24px 0 8px;font-size:16px">${escapeHtml(title)}</h2>` : ''}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse">${items.map(item).join('')}</table>
${more ? `<p style="margin:8px 0 0"><a href="${escapeHtml(more.link)}" style="${link}">${escapeHtml(more.text)}</a></p>` : ''}`;
  const only = sections.length === 1 && sections[0]?.items.length === 1 ? sections[0].items[0] : undefined;
  const button = only
    ? `<p style="margin:20px 0 0"><a href="${escapeHtml(only.link)}" style="display:inline-block;padding:11px 18px;border-radius:8px;background:${brand};color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(open)}</a></p>`
    : '';
  const ends = foot
    .map(
      (end) =>
        `<p style="margin:0 0 6px"><a href="${escapeHtml(end.link)}" style="color:#6b675f">${escapeHtml(end.text)}</a></p>`,
    )
    .join('');
  return `<!doctype html>
<html lang="${language}" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escapeHtml(company)}</title></head>
<body style="margin:0;padding:24px 12px;background:#f4f2ee;color:#211f1b;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border-radius:12px">
<p style="margin:0 0 16px;font-size:14px;font-weight:700;color:${brand}">${escapeHtml(company)}</p>
<p style="margin:0 0 8px">${escapeHtml(greeting)}</p>
<p style="margin:0 0 16px">${escapeHtml(intro)}</p>
${sections.map(section).join('')}${button}
</div>
<div style="max-width:560px;margin:16px auto 0;padding:0 24px;font-size:13px;color:#6b675f">${ends}</div>
</body></html>`;
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
