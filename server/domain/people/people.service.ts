import type { readCardPhoto } from '#server/domain/files/read-card-photo.ts';
import { type Actor, isInsider } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefs } from '#server/domain/identity/person-ref.ts';
import { sites, units } from '#server/domain/organisation/home.queries.ts';
import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import { AppError } from '#server/platform/errors.ts';
import { drawQr } from '#server/platform/images/draw-qr.ts';
import { type AbsenceView, comingAbsences } from './absence.queries.ts';
import { showsAnniversaries } from './anniversaries/anniversaries.queries.ts';
import { showAnniversaries } from './anniversaries/show-anniversaries.ts';
import { clearAbsence } from './clear-absence.ts';
import { type ContactCard, contactCard } from './contact-card.ts';
import { toDay } from './day.ts';
import { type DirectoryFilter, type DirectoryPage, readDirectory } from './directory.queries.ts';
import { type EditableField, editableFields } from './editable-fields.queries.ts';
import { findColleague } from './find-colleague.ts';
import { maySetAbsence } from './people.policy.ts';
import type { AbsenceInput, ProfileInput, WorkingHoursInput } from './people.schema.ts';
import { findPerson, type ProfileView, readProfile } from './profile.queries.ts';
import { type CompanyFieldInput, saveProfile } from './save-profile.ts';
import { saveWorkingHours } from './save-working-hours.ts';
import { setAbsence } from './set-absence.ts';
import { teamOf } from './team.queries.ts';
import { toldTags } from './told-tags.queries.ts';

type Choice = { id: string; name: string };
type DirectoryChoices = { sites: Choice[]; units: Choice[]; skills: string[]; languages: string[] };
const toChoice = ({ id, name }: Choice): Choice => ({ id, name });

type CardPhoto = typeof readCardPhoto;

/** Who is who: the directory, profiles, absence. The room of files stands above this one, so its reader is handed in. */
export function createPeopleService(parts: Parts, { readCardPhoto }: { readCardPhoto: CardPhoto }) {
  const { db, clock } = parts;
  const todayOf = (actor: Actor) => dayIn(actor.timeZone, clock.now());

  return {
    /** A page of the directory; externals see only those they work with. */
    directory: (actor: Actor, filter: DirectoryFilter): Promise<DirectoryPage> =>
      readDirectory(db, actor, filter, clock.now()),

    /** What to narrow the directory by; externals get nothing. */
    async directoryChoices(actor: Actor): Promise<DirectoryChoices> {
      if (!isInsider(actor)) return { sites: [], units: [], skills: [], languages: [] };
      const [allSites, allUnits, skills, languages] = await Promise.all([
        sites(parts),
        units(parts),
        toldTags(db, ['skills', 'ask_about']),
        toldTags(db, ['languages']),
      ]);
      return { sites: allSites.map(toChoice), units: allUnits.map(toChoice), skills, languages };
    },

    /** @throws AppError not_found, gone */
    profile: (actor: Actor, handle: string): Promise<ProfileView> =>
      readProfile(db, actor, handle, clock.now()),

    /** The person behind a handle, where the actor may know of them. @throws AppError not_found */
    async idOf(actor: Actor, handle: string): Promise<string> {
      return (await findPerson(db, actor, handle, toDay(todayOf(actor)))).id;
    },

    /** The id of the colleague somebody typed into a form, by name or @handle; null where it is not plain who. */
    findColleague: (actor: Actor, typed: string): Promise<string | null> =>
      findColleague(db, actor, typed, todayOf(actor)),

    /** Persons as other rooms and pages show them, with who is away today. */
    refs: (actor: Actor, ids: Iterable<string>): Promise<Map<string, PersonRef>> =>
      personRefs(db, ids, todayOf(actor)),

    /** A contact card of what this reader may see. @throws AppError not_found, gone */
    vcard: (actor: Actor, handle: string, company: string): Promise<ContactCard> =>
      contactCard(parts, actor, { handle, company }, readCardPhoto),

    /** The same as a QR code, an SVG. @throws AppError not_found, gone */
    vcardQr: async (actor: Actor, handle: string, company: string): Promise<string> =>
      drawQr((await contactCard(parts, actor, { handle, company }, null)).text),

    /** One's own fields, filled or not, as the form shows them. */
    editableFields: (actor: Actor): Promise<EditableField[]> => editableFields(db, actor),

    /** @throws AppError forbidden, invalid */
    saveProfile: (actor: Actor, personId: string, input: ProfileInput, company?: CompanyFieldInput) =>
      saveProfile(parts, actor, personId, input, company),

    /** Whether one's own anniversaries are shown; null for partners from outside, who have none. */
    anniversariesShown: async (actor: Actor): Promise<boolean | null> =>
      isInsider(actor) ? showsAnniversaries(db, actor.personId) : null,

    /** @throws AppError forbidden */
    showAnniversaries: (actor: Actor, personId: string, shown: boolean) =>
      showAnniversaries(parts, actor, personId, shown),

    /** One's own working hours; null where they are the site's. */
    workingHours: (actor: Actor): Promise<WorkingHoursInput | null> =>
      db.workingHours.findUnique({
        where: { personId: actor.personId },
        select: { workdays: true, startMinute: true, endMinute: true, visibility: true },
      }),

    /** @throws AppError forbidden */
    saveWorkingHours: (actor: Actor, personId: string, hours: WorkingHoursInput | null) =>
      saveWorkingHours(parts, actor, personId, hours),

    /** Current and planned absences, for those who may plan them. @throws AppError forbidden */
    async absences(actor: Actor, personId: string): Promise<AbsenceView[]> {
      if (!maySetAbsence(actor, personId)) throw new AppError('forbidden');
      return comingAbsences(db, personId, todayOf(actor));
    },

    /** @throws AppError forbidden, invalid */
    setAbsence: (actor: Actor, personId: string, input: AbsenceInput) =>
      setAbsence(parts, actor, personId, input),

    /** @throws AppError forbidden */
    clearAbsence: (actor: Actor, absenceId: string) => clearAbsence(parts, actor, absenceId),

    /** The likely deputies of a person. @throws AppError forbidden */
    async deputyCandidates(actor: Actor, personId: string): Promise<PersonRef[]> {
      if (!maySetAbsence(actor, personId)) throw new AppError('forbidden');
      return teamOf(db, personId, todayOf(actor));
    },
  };
}
