import { sortNameOf } from '#server/domain/identity/create-person.ts';
import type { PersonInput } from '#server/domain/imports/person-input.ts';
import { fold } from '#server/platform/text/fold.ts';
import type { KnownPerson, PersonsState } from './organisation-state.ts';
import { difference, type Operation, type PlanSettings, type Problem, type Values } from './plan.ts';
import { remedyFor } from './remedies.ts';

export type PersonMatcher = {
  /** The person a row names, found or newly planned; null where a remedy leaves the row out. `holding` are those on the seat today. */
  match(input: PersonInput, line: number, holding: readonly KnownPerson[], seat: string): string | null;
  /** A person whose name the source keeps back: the one on the seat today, else a new one. */
  withheld(line: number, holding: readonly KnownPerson[]): string;
  /** The name of a person as the plan knows it, for labels. */
  nameOf(personId: string): string;
  operations: Operation[];
};

type Claim = { key: string; seat: string };

/** Finds the persons of a file among those known: by number, address, id, the seat they hold, and last by name. */
export function createPersonMatcher(
  state: PersonsState,
  settings: PlanSettings,
  problems: Problem[],
): PersonMatcher {
  const { remedies, source } = settings;
  const byNumber = index(state.persons, (person) => person.personnelNumber);
  const byEmail = index(state.persons, (person) => person.email);
  const byExternal = index(state.persons, (person) => (person.source === source ? person.externalId : null));
  const byName = groupByName(state.persons);
  const sites = new Map(state.sites.map((site) => [fold(site.name), site.id]));
  const resolved = new Map<string, string>();
  const claimed = new Map<string, Claim>();
  const usedWithheld = new Set<string>();
  const seenNames = new Set<string>();
  const names = new Map(state.persons.map((person) => [person.id, person.displayName]));
  const newEmails = new Map<string, string>();
  const operations: Operation[] = [];

  function match(
    input: PersonInput,
    line: number,
    holding: readonly KnownPerson[],
    seat: string,
  ): string | null {
    const siteId = readSite(input, line);
    if (siteId === 'skip') return null;
    const key = keyOf(input, line, seat);
    const before = resolved.get(key);
    if (before) return before;
    const known = find(input, line, holding, seat);
    if (known === 'skip') return null;
    const id = known ? known.id : plan(input, line, siteId);
    if (known) update(known, input, line, siteId);
    resolved.set(key, id);
    claimed.set(id, { key, seat });
    names.set(id, input.display);
    return addAccount(id, known, input, line) ? id : null;
  }

  /** Persons are one and the same by number, id or address; by name alone unless the remedy says otherwise. */
  function keyOf(input: PersonInput, line: number, seat: string): string {
    if (input.personnelNumber) return `number:${input.personnelNumber}`;
    if (input.externalId) return `id:${input.externalId}`;
    if (input.email) return `email:${input.email}`;
    const name = fold(input.display);
    if (!seenNames.has(name)) {
      seenNames.add(name);
      return `name:${name}`;
    }
    problems.push({ kind: 'same_name', line, subject: input.display, other: seat });
    return remedyFor(remedies, 'same_name') === 'one_person' ? `name:${name}` : `name:${name}@${seat}`;
  }

  function find(
    input: PersonInput,
    line: number,
    holding: readonly KnownPerson[],
    seat: string,
  ): KnownPerson | 'skip' | null {
    const sure =
      (input.personnelNumber && byNumber.get(input.personnelNumber)) ||
      (input.externalId && byExternal.get(input.externalId)) ||
      (input.email && byEmail.get(input.email));
    if (sure) return !sure.left || mayRejoin(input, line) ? sure : 'skip';
    const name = fold(input.display);
    const open = (person: KnownPerson) =>
      !claimed.has(person.id) &&
      !contradicts(person.personnelNumber, input.personnelNumber) &&
      !contradicts(person.source === source ? person.externalId : null, input.externalId);
    const onSeat = holding.find(
      (person) => !person.nameWithheld && fold(person.displayName) === name && open(person),
    );
    if (onSeat) return onSeat;
    const namesakes = (byName.get(name) ?? []).filter(open);
    const ours = namesakes.filter((person) => person.source === source);
    if (ours.length > 0) return ours[0] ?? null;
    const [stranger] = namesakes;
    if (!stranger) return null;
    problems.push({
      kind: 'known_name',
      line,
      subject: input.display,
      other: stranger.email ?? stranger.personnelNumber ?? seat,
    });
    return remedyFor(remedies, 'known_name') === 'use_existing' && namesakes.length === 1 ? stranger : null;
  }

  function mayRejoin(input: PersonInput, line: number): boolean {
    problems.push({ kind: 'has_left', line, subject: input.display });
    return remedyFor(remedies, 'has_left') === 'rejoin';
  }

  function plan(input: PersonInput, line: number, siteId: string | null): string {
    const id = settings.newId();
    const after: Values = {
      kind: 'employee',
      givenName: input.given,
      familyName: input.family,
      displayName: input.display,
      nameWithheld: false,
      personnelNumber: input.personnelNumber,
      externalSource: source,
      externalId: input.externalId,
      siteId,
    };
    operations.push({
      entity: 'person',
      action: 'create',
      id,
      line,
      label: input.display,
      before: null,
      after,
    });
    return id;
  }

  function update(known: KnownPerson, input: PersonInput, line: number, siteId: string | null): void {
    const sure = input.personnelNumber || input.externalId || input.email;
    const wanted: Values = {};
    if (sure && input.display !== known.displayName)
      Object.assign(wanted, {
        givenName: input.given,
        familyName: input.family,
        displayName: input.display,
      });
    if (input.personnelNumber) wanted.personnelNumber = input.personnelNumber;
    if (input.externalId && (known.source === null || (known.source === source && known.externalId === null)))
      Object.assign(wanted, { externalSource: source, externalId: input.externalId });
    if (siteId) wanted.siteId = siteId;
    if (known.left) wanted.endsOn = null;
    const present: Values = {
      givenName: known.givenName,
      familyName: known.familyName,
      displayName: known.displayName,
      sortName: sortNameOf(known),
      personnelNumber: known.personnelNumber,
      externalSource: known.source,
      externalId: known.externalId,
      siteId: known.siteId,
      endsOn: known.endsOn,
    };
    const changed = difference(present, wanted);
    if (changed)
      operations.push({
        entity: 'person',
        action: 'change',
        id: known.id,
        line,
        label: input.display,
        ...changed,
      });
  }

  /** The address becomes an account that waits for its invitation. False where a remedy leaves the row out. */
  function addAccount(id: string, known: KnownPerson | null, input: PersonInput, line: number): boolean {
    if (!input.email) return true;
    const owner = byEmail.get(input.email)?.id ?? newEmails.get(input.email);
    if (owner && owner !== id) {
      problems.push({ kind: 'email_taken', line, subject: input.display, other: input.email });
      return remedyFor(remedies, 'email_taken') !== 'skip_row';
    }
    if (owner || known?.hasAccount) return true;
    newEmails.set(input.email, id);
    const after: Values = { personId: id, email: input.email, role: 'employee', state: 'invited' };
    operations.push({
      entity: 'account',
      action: 'create',
      id: settings.newId(),
      line,
      label: input.display,
      before: null,
      after,
    });
    return true;
  }

  function readSite(input: PersonInput, line: number): string | null | 'skip' {
    if (!input.site) return null;
    const found = sites.get(fold(input.site));
    if (found) return found;
    problems.push({ kind: 'unknown_site', line, subject: input.site, other: input.display });
    return remedyFor(remedies, 'unknown_site') === 'skip_row' ? 'skip' : null;
  }

  function withheld(line: number, holding: readonly KnownPerson[]): string {
    const present = holding.find((person) => person.nameWithheld && !usedWithheld.has(person.id));
    if (present) {
      usedWithheld.add(present.id);
      return present.id;
    }
    const id = settings.newId();
    const after: Values = {
      kind: 'employee',
      givenName: '',
      familyName: '',
      displayName: '',
      nameWithheld: true,
      personnelNumber: null,
      externalSource: source,
      externalId: null,
      siteId: null,
    };
    operations.push({ entity: 'person', action: 'create', id, line, label: '', before: null, after });
    names.set(id, '');
    return id;
  }

  return { match, withheld, nameOf: (id) => names.get(id) ?? '', operations };
}

function contradicts(known: string | null, told: string | null): boolean {
  return known !== null && told !== null && known !== told;
}

function index(
  persons: readonly KnownPerson[],
  key: (person: KnownPerson) => string | null,
): Map<string, KnownPerson> {
  const map = new Map<string, KnownPerson>();
  for (const person of persons) {
    const value = key(person);
    if (value) map.set(value, person);
  }
  return map;
}

function groupByName(persons: readonly KnownPerson[]): Map<string, KnownPerson[]> {
  const map = new Map<string, KnownPerson[]>();
  for (const person of persons) {
    if (person.nameWithheld || person.left) continue;
    const name = fold(person.displayName);
    const group = map.get(name);
    if (group) group.push(person);
    else map.set(name, [person]);
  }
  return map;
}
