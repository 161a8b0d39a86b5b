import { type RefObject, useEffect } from 'react';

type OnMove = ((id: string, onto: string) => void) | undefined;

/** The hand may shake a little before a press becomes a drag. */
const SHAKE_PX = 6;

/**
 * Cards of a chart can be dragged onto another with the mouse or a pen; a finger moves the chart as before, and has the
 * forms. A copy of the card goes along with the pointer, the card below it is marked. Esc lets go.
 */
export function useCardDrag(frame: RefObject<HTMLElement>, onMove: OnMove): void {
  useEffect(() => {
    const element = frame.current;
    if (!element || !onMove) return undefined;
    const onDown = (event: PointerEvent) => {
      const card = cardAt(event.target);
      if (!card || event.button !== 0 || event.pointerType === 'touch') return;
      startDrag(element, card, event, onMove);
    };
    // Names on the cards are links, which the browser would drag by itself.
    const onNative = (event: Event) => event.preventDefault();
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('dragstart', onNative);
    return () => {
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('dragstart', onNative);
    };
  }, [frame, onMove]);
}

function startDrag(
  frame: HTMLElement,
  card: HTMLElement,
  down: PointerEvent,
  onMove: NonNullable<OnMove>,
): void {
  const done = new AbortController();
  const { signal } = done;
  let ghost: HTMLElement | null = null;
  let target: HTMLElement | null = null;

  const mark = (next: HTMLElement | null) => {
    if (next === target) return;
    target?.classList.remove('card-target');
    next?.classList.add('card-target');
    target = next;
  };
  const end = () => {
    mark(null);
    ghost?.remove();
    done.abort();
  };
  const onPointerMove = (event: PointerEvent) => {
    const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY];
    if (!ghost && Math.hypot(x, y) < SHAKE_PX) return;
    ghost ??= copyOf(card);
    ghost.style.translate = `${x}px ${y}px`;
    const below = cardAt(document.elementFromPoint(event.clientX, event.clientY));
    mark(below && below !== card && frame.contains(below) ? below : null);
  };
  const onPointerUp = () => {
    const onto = target?.dataset.node;
    if (ghost) swallowClick(frame);
    end();
    if (onto && card.dataset.node) onMove(card.dataset.node, onto);
  };
  window.addEventListener('pointermove', onPointerMove, { signal });
  window.addEventListener('pointerup', onPointerUp, { signal });
  window.addEventListener('pointercancel', end, { signal });
  window.addEventListener('keydown', (event) => event.key === 'Escape' && end(), { signal });
}

/** A position, not a fold. */
function cardAt(target: EventTarget | null): HTMLElement | null {
  const card = target instanceof Element ? target.closest<HTMLElement>('[data-node]') : null;
  return card?.dataset.node?.includes(':') ? null : card;
}

function copyOf(card: HTMLElement): HTMLElement {
  const { left, top, width, height } = card.getBoundingClientRect();
  const copy = document.createElement('div');
  copy.setAttribute('aria-hidden', 'true');
  copy.className = 'card-dragged';
  copy.textContent = card.getAttribute('aria-label');
  Object.assign(copy.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
  });
  document.body.append(copy);
  return copy;
}

/** The click that ends a drag chooses nothing. */
function swallowClick(frame: HTMLElement): void {
  const swallow = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  frame.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => frame.removeEventListener('click', swallow, { capture: true }));
}
