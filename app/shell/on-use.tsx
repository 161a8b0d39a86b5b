import { type ComponentType, Suspense, useEffect, useState } from 'react';
import { useToast } from '#app/ui/toast.tsx';
import { useT } from './i18n.tsx';

const waiting: (() => void)[] = [];

/** Fetches all that `onUse` left out of the first load; for when the page is idle, before anybody asks. */
export function fetchAhead(): void {
  for (const fetchOne of waiting.splice(0)) fetchOne();
}

/**
 * A component that nobody sees before they ask for it, so that its code need not be there first. It is fetched by
 * {@link fetchAhead}, or at once for somebody who is faster. Its words may come as late: it brings the `Suspense` that waits
 * for them. Where its code does not come, that is said, and what asked for it is told to close.
 */
export function onUse<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | undefined;
  const fetchIt = async () => {
    loaded = await load();
    return loaded;
  };
  waiting.push(() => void fetchIt().catch(() => undefined));
  // biome-ignore lint/correctness/noComponentHookFactories: made where a module begins, as `React.lazy` makes its own
  return function OnUse(props: Props & { onClose: () => void }) {
    const t = useT();
    const toast = useToast();
    const [Part, setPart] = useState(() => loaded);
    // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, when it is first shown
    useEffect(() => {
      if (Part) return;
      fetchIt().then(
        (part) => setPart(() => part),
        () => {
          toast({ text: t('error.offlineText'), tone: 'bad' });
          props.onClose();
        },
      );
    }, []);
    if (!Part) return null;
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}
