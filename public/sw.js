// Flurfunk's service worker: a page for when the network is away, and push. It keeps that one page and nothing else;
// what people read is never kept. It is taken away with signing out, and never put on a shared terminal
// (app/shell/use-service-worker.ts).
const LANGUAGE = new URL(self.location.href).searchParams.get('lang') === 'de' ? 'de' : 'en';
const OFFLINE = `/offline?lang=${LANGUAGE}`;
const KEPT = 'flurfunk-offline-1';

self.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await caches.open(KEPT);
    await cache.add(new Request(OFFLINE, { cache: 'reload', credentials: 'omit' }));
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
    // The page is asked for while the worker wakes up: it costs the reader no time.
    await self.registration.navigationPreload?.enable();
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate' || event.request.method !== 'GET') return;
  const answer = async () => {
    try {
      return (await event.preloadResponse) ?? (await fetch(event.request));
    } catch (error) {
      const page = await caches.match(OFFLINE);
      if (page) return page;
      throw error;
    }
  };
  event.respondWith(answer());
});

self.addEventListener('push', (event) => {
  const { title, text, id, lang } = event.data?.json() ?? {};
  if (!title) return;
  const shown = self.registration.showNotification(title, {
    body: text,
    lang,
    tag: id ?? 'flurfunk',
    icon: '/icon-192.png',
    data: { to: id ? `/notifications/${id}` : '/notifications' },
  });
  event.waitUntil(shown);
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const open = async () => {
    const windows = await self.clients.matchAll({ type: 'window' });
    const here = windows.find((one) => new URL(one.url).origin === self.location.origin);
    if (!here) return self.clients.openWindow(event.notification.data.to);
    await here.focus();
    return here.navigate(event.notification.data.to);
  };
  event.waitUntil(open());
});
