import { invitePerson } from '#server/domain/identity/codes/invite-person.ts';
import { lookAtCode, redeemCode } from '#server/domain/identity/codes/redeem-code.ts';
import { handleResetMails, requestReset } from '#server/domain/identity/codes/request-reset.ts';
import { resetByStaff } from '#server/domain/identity/codes/reset-by-staff.ts';
import { announceTurnedGrants } from '#server/domain/identity/grants/announce-grants.ts';
import { giveGrant } from '#server/domain/identity/grants/give-grant.ts';
import { grantScopes } from '#server/domain/identity/grants/grant-scopes.queries.ts';
import { revokeGrant } from '#server/domain/identity/grants/revoke-grant.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { SettingsReader } from '#server/domain/settings/settings.queries.ts';
import type { Language } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { createAccountMails } from './account-mails.ts';
import { accountDetail, listAccounts } from './accounts.queries.ts';
import type { Actor } from './actor.ts';
import { addColleague } from './add-colleague.ts';
import { changeAccount, setSuspended } from './change-account.ts';
import { changePassword } from './change-password.ts';
import { clearSessions, endDuePeople } from './end-people.ts';
import { feedTokenOf, readerByFeedToken } from './feed-token.queries.ts';
import type { RedeemInput, SignInInput } from './identity.schema.ts';
import { loadActor } from './load-actor.ts';
import { makeFeedToken } from './make-feed-token.ts';
import { myPreferences, mySessions } from './my-account.queries.ts';
import { revokeFeedToken } from './revoke-feed-token.ts';
import { createSessions } from './sessions.ts';
import { setEndDate } from './set-end-date.ts';
import { signIn } from './sign-in.ts';
import { createSignInLimits } from './sign-in-limits.ts';
import { revokeSession, signOut, signOutEverywhere } from './sign-out.ts';
import { chooseLanguage, updatePreferences } from './update-preferences.ts';
import type { Visitor } from './visitor.ts';

export type IdentityService = ReturnType<typeof createIdentityService>;

/** The first look of a process goes back this far: no process may have looked for a while, and others kept their pages open. */
const GRANTS_LOOK_BACK_MS = 3_600_000;

/** Who people are to Flurfunk: sign-in, sessions, codes, accounts, grants. */
export function createIdentityService(parts: Parts, settings: Pick<SettingsReader, 'current'>) {
  const needs = {
    ...parts,
    settings,
    sessions: createSessions(parts),
    limits: createSignInLimits(parts),
    mails: createAccountMails(parts, settings),
  };
  return {
    loadActor: (sessionToken: string | null, hint?: Language | null) => loadActor(needs, sessionToken, hint),

    signIn: (visitor: Visitor, input: SignInInput) => signIn(needs, visitor, input),
    requestReset: (visitor: Visitor, name: string) => requestReset(needs, visitor, name),
    lookAtCode: (visitor: Visitor, code: string) => lookAtCode(needs, visitor, code),
    redeemCode: (visitor: Visitor, input: RedeemInput) => redeemCode(needs, visitor, input),

    signOut: (actor: Actor) => signOut(needs, actor),
    revokeSession: (actor: Actor, sessionId: string) => revokeSession(needs, actor, sessionId),
    signOutEverywhere: (actor: Actor, keepThis: boolean) => signOutEverywhere(needs, actor, keepThis),
    changePassword: bound(needs, changePassword),
    updatePreferences: bound(needs, updatePreferences),
    chooseLanguage: bound(needs, chooseLanguage),
    mySessions: (actor: Actor) => mySessions(needs, actor),
    myPreferences: (actor: Actor) => myPreferences(needs, actor),

    makeFeedToken: (actor: Actor) => makeFeedToken(needs, actor),
    revokeFeedToken: (actor: Actor) => revokeFeedToken(needs, actor),
    feedToken: (actor: Actor) => feedTokenOf(needs, actor),
    /** Whose Atom feed a token opens; wrong ones are counted. Throws not_found, rate_limited. */
    async readerByFeedToken(visitor: Visitor, token: string): Promise<Actor> {
      const attempt = await needs.limits.code(visitor);
      const reader = await readerByFeedToken(needs, await settings.current(), token);
      if (!reader) throw new AppError('not_found');
      await attempt.succeeded();
      await needs.limits.feed(token);
      return reader;
    },

    listAccounts: bound(needs, listAccounts),
    accountDetail: bound(needs, accountDetail),
    addColleague: bound(needs, addColleague),
    invite: bound(needs, invitePerson),
    resetByStaff: bound(needs, resetByStaff),
    changeAccount: bound(needs, changeAccount),
    setSuspended: bound(needs, setSuspended),
    setEndDate: bound(needs, setEndDate),
    grantScopes: (actor: Actor) => grantScopes(needs, actor),
    giveGrant: bound(needs, giveGrant),
    revokeGrant: bound(needs, revokeGrant),

    /** Registers the room's jobs: people whose last day is over, sessions and grants that ran out, mails asked for. */
    registerJobs(): void {
      handleResetMails(needs);
      let turned = new Date(parts.clock.now().getTime() - GRANTS_LOOK_BACK_MS);
      parts.jobs.schedule('identity.turn-grants', '* * * * *', async () => {
        const upTo = parts.clock.now();
        await announceTurnedGrants(needs, turned);
        turned = upTo;
      });
      parts.jobs.schedule('identity.end-people', '* * * * *', async () => {
        await endDuePeople(needs);
        await clearSessions(needs);
      });
      parts.jobs.schedule('identity.clear-limits', '17 3 * * *', () => needs.limits.clear());
    },
  };
}

/** A write or read of the room as the service offers it: the parts are filled in. */
function bound<N, I, R>(needs: N, work: (needs: N, actor: Actor, input: I) => R) {
  return (actor: Actor, input: I): R => work(needs, actor, input);
}
