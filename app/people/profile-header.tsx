import { Link } from '@remix-run/react';
import { CalendarOff, Clock, ContactRound, Mail, PartyPopper, PencilLine, Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dotted, useFormat, useT } from '#app/shell/i18n.tsx';
import { PersonAvatar, usePersonName } from '#app/shell/person.tsx';
import { buttonStyle } from '#app/ui/button.tsx';
import type { ProfileView } from '#server/domain/people/profile.queries.ts';
import { useBackOn } from './away.tsx';
import { LocalTime } from './local-time.tsx';
import { PresenceMark } from './presence-mark.tsx';
import { QrCode } from './qr-code.tsx';

/** Who it is, where they sit, what time it is there, whether they are away, and how to reach them. */
export function ProfileHeader({ profile, now }: { profile: ProfileView; now: string }) {
  const t = useT();
  const format = useFormat();
  const nameOf = usePersonName();
  const seat = profile.seats[0];
  const { person } = profile;
  return (
    <header className="flex flex-wrap items-center gap-x-5 gap-y-4 px-4 md:px-0">
      <PersonAvatar person={person} own={profile.isMe} size="2xl" />
      <div className="min-w-[min(100%,15rem)] flex-1">
        <h1 className="text-[1.375rem] leading-7 font-semibold text-balance break-words">
          <bdi>{nameOf(person)}</bdi>
          <Labels profile={profile} />
        </h1>
        <p className="mt-0.5 break-words text-soft">
          <Dotted parts={[seat?.title, seat?.unit?.name, profile.site?.name ?? seat?.site?.name]} />
        </p>
        {!profile.former && (
          <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-meta text-soft">
            <span className="inline-flex items-center gap-1.5">
              <Clock aria-hidden="true" className="size-4 text-muted" />
              <LocalTime timeZone={profile.timeZone} now={now} />
            </span>
            {profile.showsPresence && <PresenceMark personId={person.id} />}
            <Absence profile={profile} now={now} />
            {profile.anniversary && (
              <span className="inline-flex items-center gap-1.5">
                <PartyPopper aria-hidden="true" className="size-4 text-brand-ink" />
                {t('people.anniversary', {
                  count: profile.anniversary.years,
                  day: format.date(profile.anniversary.on),
                })}
              </span>
            )}
          </p>
        )}
      </div>
      <ContactButtons profile={profile} />
      {profile.abilities.edit && (
        <Link to={`/people/${person.handle}/edit`} className={buttonStyle()}>
          <PencilLine aria-hidden="true" />
          {t('people.editProfile')}
        </Link>
      )}
    </header>
  );
}

function Labels({ profile }: { profile: ProfileView }) {
  const t = useT();
  const label = 'ms-2 inline-block rounded-sm px-1.5 py-px align-middle text-mini font-medium';
  return (
    <>
      {profile.person.external && (
        <span className={`${label} bg-warn-soft text-warn`}>{t('common.external')}</span>
      )}
      {profile.former && <span className={`${label} bg-sunk text-soft`}>{t('people.former')}</span>}
    </>
  );
}

function Absence({ profile: { absence, person }, now }: { profile: ProfileView; now: string }) {
  const t = useT();
  const format = useFormat();
  const backOn = useBackOn();
  if (!absence) return null;
  const planned = !person.away;
  const { deputy } = absence;
  const until = backOn(absence.until, now);
  return (
    <span className="inline-flex items-center gap-1.5" title={format.dateTime(absence.until)}>
      <CalendarOff aria-hidden="true" className="size-4 text-warn" />
      <span>
        {planned
          ? t('people.awayPlanned', { from: format.date(absence.from), day: until })
          : t('people.awayUntil', { day: until })}
        {deputy && (
          <>
            {' · '}
            {t.rich('people.deputyIs', {
              name: (
                <Link
                  to={`/people/${deputy.handle}`}
                  prefetch="intent"
                  className="rounded-sm font-semibold text-brand-ink hover:underline"
                >
                  <bdi>{deputy.name}</bdi>
                </Link>
              ),
            })}
          </>
        )}
      </span>
    </span>
  );
}

function ContactButtons({ profile }: { profile: ProfileView }) {
  const t = useT();
  const value = (key: string) => profile.fields.find((field) => field.key === key)?.values[0];
  const email = value('email');
  const phone = value('phone') ?? value('mobile');
  const card = !profile.former && !profile.withheld;
  if (!card) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {email && !profile.isMe && (
        <ContactLink href={`mailto:${email}`} label={t('people.writeMail', { address: email })}>
          <Mail aria-hidden="true" />
        </ContactLink>
      )}
      {phone && !profile.isMe && (
        <ContactLink href={`tel:${phone.replace(/[^\d+]/g, '')}`} label={t('people.call', { number: phone })}>
          <Phone aria-hidden="true" />
        </ContactLink>
      )}
      <a href={`/people/${profile.person.handle}/card.vcf`} className={buttonStyle()}>
        <ContactRound aria-hidden="true" />
        {t('people.vcard')}
      </a>
      <QrCode handle={profile.person.handle} name={profile.person.name} />
    </div>
  );
}

function ContactLink({ href, label, children }: { href: string; label: string; children: ReactNode }) {
  return (
    <a href={href} aria-label={label} title={label} className={buttonStyle()}>
      {children}
    </a>
  );
}
