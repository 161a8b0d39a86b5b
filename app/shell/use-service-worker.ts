import { useEffect } from 'react';

/**
 * Puts the service worker on a personal browser while somebody is signed in, and takes it away, with what it kept and
 * the push it took, from every other: after signing out, and on shared terminals. An error page, which does not know who
 * is there, changes nothing.
 */
export function useServiceWorker(wanted: boolean | undefined, language: string): void {
  useEffect(() => {
    if (wanted === undefined || !('serviceWorker' in navigator)) return;
    const work = () => void (wanted ? put(language) : takeAway()).catch(() => undefined);
    // After all that the page itself needs.
    const timer = window.setTimeout(work, wanted ? 2_500 : 0);
    return () => window.clearTimeout(timer);
  }, [wanted, language]);
}

async function put(language: string): Promise<void> {
  await navigator.serviceWorker.register(`/sw.js?lang=${language}`);
}

async function takeAway(): Promise<void> {
  const registrations = await navigator.serviceWorker.getRegistrations();
  if (registrations.length === 0) return;
  for (const registration of registrations) {
    await (await registration.pushManager?.getSubscription())?.unsubscribe();
    for (const shown of await registration.getNotifications()) shown.close();
    await registration.unregister();
  }
  for (const name of await caches.keys()) await caches.delete(name);
}
