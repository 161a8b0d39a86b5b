import { type ComponentType, createContext, type ReactElement, useContext } from 'react';
import { I18nProvider, useReader } from '#app/shell/i18n.tsx';
import { ReactionChoices, useReactionChoices } from './reaction-choices.ts';

/** Where the server's drawing of one page leaves out what may be drawn already (`drawings.server.ts`). */
export type Drawings = {
  /** Leaves a gap for what `key` stands for; the name of the gap. */
  leaveOut: (key: string, element: ReactElement, place: (html: string) => string) => string;
};

export const DrawingsContext = createContext<Drawings | null>(null);

type Options<P> = {
  name: string;
  /** The props without what differs from page to page: the drawing is made, and found again, by these. */
  same?: (props: P) => P;
  /** Puts back what `same` took out. */
  place?: (html: string, props: P) => string;
};

/**
 * The same component; but a server draws it once for all who see the same. The html depends on the props, the reader's
 * language and zone, the company's reactions and the minute, and on nothing else: it is drawn without router and session, so
 * that nothing of one reader can come before another. Its props must be JSON, and its `now` {@link useNow}.
 */
export function drawnOnce<P extends object>(
  Component: ComponentType<P>,
  { name, same = (props) => props, place = (html) => html }: Options<P>,
): ComponentType<P> {
  if (typeof document !== 'undefined') return Component;
  return function DrawnOnce(props: P) {
    const drawings = useContext(DrawingsContext);
    const reader = useReader();
    const reactions = useReactionChoices();
    if (!drawings) return <Component {...props} />;
    const drawn = same(props);
    const element = (
      <I18nProvider {...reader}>
        <ReactionChoices.Provider value={reactions}>
          <Component {...drawn} />
        </ReactionChoices.Provider>
      </I18nProvider>
    );
    const key = JSON.stringify([name, reader, reactions, drawn]);
    return <template data-gap={drawings.leaveOut(key, element, (html) => place(html, props))} />;
  };
}
