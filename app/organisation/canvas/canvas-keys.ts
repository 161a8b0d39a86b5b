import type { Placed } from '../chart-layout.ts';
import type { ChartHandle } from '../use-chart.ts';
import { type Direction, neighbour } from './chart-keys.ts';

const ARROWS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

type Moves = {
  chart: ChartHandle;
  /** The card that has the keyboard. */
  active: Placed | undefined;
  moveTo: (node: Placed) => void;
  choose: (node: Placed) => void;
  goHome: () => void;
  zoomBy: (factor: number) => void;
  /** Back to the card in focus, at its usual size. */
  showAgain: () => void;
};

/** The keys of the chart: arrows to neighbours, Enter to focus, Space to open and close, Home to oneself, + - 0 to zoom. */
export function canvasKeys({ chart, active: node, moveTo, choose, goHome, zoomBy, showAgain }: Moves) {
  const { layout, model } = chart;
  return (event: React.KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const onCard = event.target instanceof HTMLElement && event.target.dataset.node !== undefined;
    const direction = ARROWS[event.key];
    if (direction && node) {
      const next = neighbour(layout, node, direction);
      if (next) moveTo(next);
      else if (direction === 'down' && node.kind === 'card' && !model.open.has(node.id))
        chart.toggle(node.id);
    } else if (event.key === 'Enter' && node && onCard) choose(node);
    else if (event.key === ' ' && node && onCard) {
      if (node.kind === 'fold') choose(node);
      else chart.toggle(node.id);
    } else if (event.key === 'Home') goHome();
    else if (event.key === '+' || event.key === '=') zoomBy(1.3);
    else if (event.key === '-') zoomBy(1 / 1.3);
    else if (event.key === '0') showAgain();
    else return;
    event.preventDefault();
  };
}
