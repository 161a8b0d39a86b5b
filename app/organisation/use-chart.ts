import { useCallback, useMemo, useRef, useState } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { ChartView } from '#server/domain/organisation/chart.view.ts';
import { type Anchor, CARD, type Layout, layoutOf } from './chart-layout.ts';
import {
  addTeam,
  arrive,
  isOutdated,
  isSamePicture,
  type Leads,
  type Model,
  modelOf,
  renewed,
  setOpen,
  teamCursor,
  teamSize,
  unfold,
} from './chart-model.ts';
import { fetchRenewed, fetchTeam } from './fetch-cards.ts';
import { anchorNear } from './live/anchor-near.ts';

type Picture = {
  view: ChartView;
  model: Model;
  anchor: Anchor | null;
  /** Counts how often the chart was drawn afresh, so that the window jumps there instead of flying. */
  drawn: number;
  /** What came with the page does not go with what was known: somebody has edited the chart, and it has to be read anew. */
  stale: boolean;
};

export type ChartHandle = {
  view: ChartView;
  model: Model;
  layout: Layout;
  drawn: number;
  /** Positions whose reports are on their way. */
  loading: ReadonlySet<string>;
  /** Opens or closes a position's reports, loading them first where they are not here. */
  toggle: (id: string) => void;
  /** Loads the next reports of a position that has more. */
  loadMore: (parent: string) => void;
  stale: boolean;
  /** Reads all that is loaded anew, in one request; what the reader has before them stays where it is. */
  renew: () => Promise<void>;
  /** Where the reader looks, in the chart's own pixels; the canvas knows, and tells. */
  sight: { current: (() => Point) | null };
};
type Point = { x: number; y: number };

/**
 * The loaded part of the chart, its layout, and what opens and closes it. `way`: positions of a way between two, which
 * no fold hides.
 */
export function useChart(view: ChartView, leads: Leads, way: readonly string[]): ChartHandle {
  const t = useT();
  const toast = useToast();
  const [picture, setPicture] = useState<Picture>(() => firstPicture(view, leads, 0));
  const [loading, setLoading] = useState<ReadonlySet<string>>(new Set());
  const layout = useMemo(
    () => layoutOf(picture.model, picture.view.focusId, picture.anchor, way),
    [picture.model, picture.view.focusId, picture.anchor, way],
  );
  if (picture.view !== view) setPicture(nextPicture(picture, layout, view, leads));

  const latest = useRef({ picture, layout });
  latest.current = { picture, layout };

  // Whatever changes a team keeps the card it hangs on where it is.
  const change = useCallback((around: string, work: (model: Model) => Model) => {
    setPicture((old) => {
      const node = latest.current.layout.nodes.get(around);
      const anchor = node ? { id: around, x: node.x, y: node.y } : old.anchor;
      return { ...old, anchor, model: work(old.model) };
    });
  }, []);

  const load = useCallback(
    async (parent: string, around: string) => {
      const { model } = latest.current.picture;
      const after = teamCursor(model, parent);
      setLoading((old) => new Set(old).add(parent));
      try {
        const answer = await fetchTeam(model, parent, after);
        change(around, (old) => addTeam(old, parent, answer.cards, after, answer.leads));
      } catch {
        toast({ text: t('organisation.loadFailed'), tone: 'bad' });
      } finally {
        setLoading((old) => new Set([...old].filter((id) => id !== parent)));
      }
    },
    [change, toast, t],
  );

  const toggle = useCallback(
    (id: string) => {
      const { model } = latest.current.picture;
      if (model.open.has(id)) change(id, (old) => setOpen(old, id, false));
      else if (model.teams.has(id)) change(id, (old) => setOpen(old, id, true));
      else if (model.cards.get(id)?.direct) void load(id, id);
    },
    [change, load],
  );

  // The neighbour of the fold stays where it is; what comes moves in beside it.
  const loadMore = useCallback(
    (parent: string) => {
      const { picture: now, layout: drawn } = latest.current;
      const shown = (now.model.teams.get(parent)?.ids ?? []).filter((id) => drawn.nodes.has(id));
      const beside = shown.at(-1) ?? parent;
      const hidden = shown.length < (now.model.teams.get(parent)?.ids.length ?? 0);
      change(beside, (old) => unfold(old, parent));
      const missing = (now.model.teams.get(parent)?.ids.length ?? 0) < teamSize(now.model, parent);
      if (missing && (!hidden || !now.model.teams.get(parent)?.whole)) void load(parent, beside);
    },
    [change, load],
  );

  const sight = useRef<(() => Point) | null>(null);
  const renew = useCallback(async () => {
    const asked = latest.current.picture.model;
    const answer = await fetchRenewed(asked).catch(() => null);
    setPicture((old) => {
      if (!answer) return old.stale ? firstPicture(old.view, leads, old.drawn + 1) : old;
      if (!isSamePicture(asked, old.view)) return old;
      const later = [...old.model.cards.values()].filter((card) => !asked.cards.has(card.id));
      const model = renewed(old.model, { ...answer, cards: [...answer.cards, ...later] }, answer.leads);
      const drawn = latest.current.layout;
      return { ...old, stale: false, model, anchor: anchorNear(drawn, old.model, model, sight.current?.()) };
    });
  }, [leads]);

  const { model, drawn, stale } = picture;
  return { view, model, layout, drawn, loading, toggle, loadMore, stale, renew, sight };
}

/** The focus stands at the origin. */
function firstPicture(view: ChartView, leads: Leads, drawn: number): Picture {
  return { view, model: modelOf(view, leads), anchor: atOrigin(view.focusId), drawn, stale: false };
}

function nextPicture(old: Picture, layout: Layout, view: ChartView, leads: Leads): Picture {
  const model = arrive(old.model, view, leads);
  const node = view.focusId ? layout.nodes.get(view.focusId) : undefined;
  const joined = isSamePicture(old.model, view) && node;
  if (!joined) return firstPicture(view, leads, old.drawn + 1);
  const stale = model === old.model && isOutdated(model, view);
  return { view, model, anchor: { id: node.id, x: node.x, y: node.y }, drawn: old.drawn, stale };
}

function atOrigin(id: string | null): Anchor | null {
  return id === null ? null : { id, x: -CARD.width / 2, y: -CARD.height / 2 };
}
