import { UNITS } from './company/company.ts';
import { nameOf } from './company/company.types.ts';
import { PROJECTS } from './projects/projects.ts';
import { named, type Story } from './story.ts';

/** Who gets what is addressed there, by name: everybody, a site, a unit with the units below it, a project. */
export function peopleOf(story: Story, to: string): string[] {
  const insiders = [...story.people].filter(([who, actor]) => actor.role !== 'external' && !hasLeft(who));
  const site = story.sites.get(to);
  if (site) return insiders.filter(([, actor]) => actor.siteId === site.id).map(([who]) => who);
  const project = PROJECTS.find((candidate) => candidate.name === to);
  if (project) {
    const members = project.seats.flatMap(([who]) => who ?? []);
    return [...new Set([...members, ...(project.followers ?? [])])];
  }
  if (!story.units.has(to)) return insiders.map(([who]) => who);
  const below = new Set(unitsBelow(to));
  const staff = UNITS.filter((unit) => below.has(unit.key)).flatMap((unit) => unit.staff.map(nameOf));
  return staff.filter((who) => named(story.people, who).role !== 'external' && !hasLeft(who));
}

/** The unit of somebody, for what hangs on their board. */
export function unitOf(who: string): string {
  return UNITS.find((unit) => unit.staff.some((one) => nameOf(one) === who))?.key ?? 'everyone';
}

function unitsBelow(key: string): string[] {
  return [key, ...UNITS.filter((unit) => unit.parent === key).flatMap((unit) => unitsBelow(unit.key))];
}

function hasLeft(who: string): boolean {
  return UNITS.some((unit) => unit.staff.some((one) => nameOf(one) === who && one[3]?.leftDaysAgo));
}
