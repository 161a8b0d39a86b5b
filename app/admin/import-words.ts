import type { Translate } from '#app/shell/i18n.tsx';
import type { ProblemGroup, ProblemItem } from '#server/domain/imports/import.view.ts';

/** Which lines of the file a problem stands in. */
export function whereIs(t: Translate, item: ProblemItem): string {
  if (item.lines && item.lines.length > 1)
    return t('import.linesMany', { lines: item.lines.slice(0, 8).join(', ') });
  return item.line > 0 ? t('import.line', { line: item.line }) : t('import.notInFile');
}

/** What is wrong there, in a few words. */
export function describeItem(t: Translate, kind: ProblemGroup['kind'], item: ProblemItem): string {
  const { subject } = item;
  const other = item.other ?? '';
  switch (kind) {
    case 'unreadable_row':
      return t('import.item_unreadable_row', { reason: other });
    case 'too_long':
    case 'unreadable_value':
      return t(`import.item_${kind}`, { subject: t.maybe(`import.field_${subject}`), other });
    case 'row_length':
    case 'unknown_manager':
    case 'manager_left_out':
    case 'same_name':
    case 'unknown_person':
    case 'unknown_project':
      return t(`import.item_${kind}`, { subject, other });
    default:
      return [subject, other].filter((part) => part !== '').join(' · ');
  }
}
