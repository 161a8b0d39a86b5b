import { useOutletContext } from '@remix-run/react';
import type { ProfileView } from '#server/domain/people/profile.queries.ts';

/** What the profile's page hands to the view inside it. */
export type ProfileContext = { profile: ProfileView; now: string };

export const useProfile = (): ProfileContext => useOutletContext<ProfileContext>();
