import { fold } from '#server/platform/text/fold.ts';
import type { KnownUnit } from './organisation-state.ts';
import type { Operation, PlanSettings } from './plan.ts';

/** Finds units by name, below their parent where the file names one, and plans those that are missing. */
export function createUnitMatcher(units: readonly KnownUnit[], settings: PlanSettings) {
  const byExternal = new Map<string, string>();
  const byPath = new Map<string, string>();
  const byName = new Map<string, string | null>();
  for (const unit of units) {
    if (unit.source === settings.source && unit.externalId) byExternal.set(unit.externalId, unit.id);
    const name = fold(unit.name);
    byPath.set(`${unit.parentId ?? ''}/${name}`, unit.id);
    byName.set(name, byName.has(name) ? null : unit.id);
  }
  const operations: Operation[] = [];

  function match(name: string, parent: string, line: number): string | null {
    if (name === '') return parent === '' ? null : match(parent, '', line);
    const parentId = parent === '' || fold(parent) === fold(name) ? null : match(parent, '', line);
    const key = parentId ? `${fold(parent)}/${fold(name)}` : fold(name);
    const found =
      byExternal.get(key) ??
      byPath.get(`${parentId ?? ''}/${fold(name)}`) ??
      (parentId ? null : byName.get(fold(name)));
    if (found) return found;
    const id = settings.newId();
    const after = {
      name,
      parentId,
      audienceId: settings.newId(),
      boardAudienceId: settings.newId(),
      externalSource: settings.source,
      externalId: key,
      validFrom: settings.today,
    };
    operations.push({ entity: 'unit', action: 'create', id, line, label: name, before: null, after });
    byExternal.set(key, id);
    return id;
  }
  return { match, operations };
}
