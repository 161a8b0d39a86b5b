import { z } from 'zod';

/** Longest title and text of a notice, in characters. */
export const NOTICE_TITLE_MAX = 200;
export const NOTICE_TEXT_MAX = 20_000;

const words = (max: number) => z.string().trim().max(max, 'error.tooLong').default('');
const day = z.iso.date('error.invalid');

/** A notice to hang up: in one language or both, for one site or all, from a day on. */
export const noticeSchema = z
  .object({
    /** Empty for every site. */
    siteId: z.union([z.literal(''), z.uuid('error.choose')]).default(''),
    titleDe: words(NOTICE_TITLE_MAX),
    textDe: words(NOTICE_TEXT_MAX),
    titleEn: words(NOTICE_TITLE_MAX),
    textEn: words(NOTICE_TEXT_MAX),
    validFrom: day,
    /** The last day it hangs; empty until it is taken down. */
    validUntil: z.union([z.literal(''), day]).default(''),
  })
  .superRefine((notice, context) => {
    const wrong = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    const { titleDe, textDe, titleEn, textEn, validFrom, validUntil } = notice;
    if (!titleDe && !textDe && !titleEn && !textEn) wrong('titleDe', 'statutory.oneLanguage');
    if (textDe && !titleDe) wrong('titleDe', 'error.required');
    if (titleDe && !textDe) wrong('textDe', 'error.required');
    if (textEn && !titleEn) wrong('titleEn', 'error.required');
    if (titleEn && !textEn) wrong('textEn', 'error.required');
    if (validUntil && validUntil < validFrom) wrong('validUntil', 'statutory.endsBefore');
  });
export type NoticeInput = z.infer<typeof noticeSchema>;
