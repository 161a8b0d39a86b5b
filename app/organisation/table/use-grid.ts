import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isLetter, NOTHING_TYPED, typeAhead } from '../type-ahead.ts';

type Place = { row: number; column: number };

export type Grid = {
  /** For the table itself. */
  grid: {
    role: 'grid';
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    onFocus: (event: React.FocusEvent<HTMLElement>) => void;
  };
  /** For the cell at a place; row 0 are the heads. */
  cell: (row: number, column: number) => { 'data-cell': string; tabIndex: number | undefined };
  /** For links in that cell: the Tab key goes only to those of the cell one is at. */
  inside: (row: number, column: number) => number | undefined;
};

/**
 * The keys of a grid (WAI-ARIA Authoring Practices, "Grid"): arrows from cell to cell, Home and End along the row, with Ctrl
 * to the corners, Enter into a cell's link, and letters to the next row of that name. Without script it is a plain
 * table with links.
 */
export function useGrid(names: readonly string[], columns: number, firstRow: number): Grid {
  const [active, setActive] = useState<Place | null>(null);
  const typed = useRef(NOTHING_TYPED);
  const rows = names.length + 1;
  // Other rows than before: the place may be gone.
  useEffect(() => setActive({ row: Math.max(1, Math.min(firstRow, rows - 1)), column: 0 }), [firstRow, rows]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!active || event.altKey || event.metaKey) return;
    const cell = event.target instanceof HTMLElement && event.target.dataset.cell !== undefined;
    const to = nextPlace(event, active, rows, columns);
    if (to) goTo(event.currentTarget, to);
    else if (event.key === 'Enter' && cell && event.target instanceof HTMLElement)
      event.target.querySelector<HTMLElement>('a')?.click();
    else if (isLetter(event.key) && !event.ctrlKey) {
      const found = typeAhead(typed.current, event.key, names, active.row - 1);
      typed.current = found.typed;
      if (found.at >= 0) goTo(event.currentTarget, { row: found.at + 1, column: active.column });
    } else return;
    event.preventDefault();
  };

  const isAt = (row: number, column: number) => active?.row === row && active.column === column;
  return {
    grid: {
      role: 'grid',
      onKeyDown,
      onFocus: (event) => {
        const at = event.target.closest<HTMLElement>('[data-cell]')?.dataset.cell?.split(' ').map(Number);
        if (at) setActive({ row: at[0] ?? 0, column: at[1] ?? 0 });
      },
    },
    cell: (row, column) => ({
      'data-cell': `${row} ${column}`,
      tabIndex: active ? (isAt(row, column) ? 0 : -1) : undefined,
    }),
    inside: (row, column) => (active ? (isAt(row, column) ? 0 : -1) : undefined),
  };
}

function goTo(table: HTMLElement, { row, column }: Place): void {
  table.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)?.focus();
}

function nextPlace(event: KeyboardEvent, at: Place, rows: number, columns: number): Place | null {
  const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
  const onwards = rtl ? -1 : 1;
  const step = (row: number, column: number) => ({
    row: Math.max(0, Math.min(rows - 1, at.row + row)),
    column: Math.max(0, Math.min(columns - 1, at.column + column)),
  });
  switch (event.key) {
    case 'ArrowDown':
      return step(1, 0);
    case 'ArrowUp':
      return step(-1, 0);
    case 'ArrowRight':
      return step(0, onwards);
    case 'ArrowLeft':
      return step(0, -onwards);
    case 'PageDown':
      return step(10, 0);
    case 'PageUp':
      return step(-10, 0);
    case 'Home':
      return event.ctrlKey ? { row: 1, column: 0 } : step(0, -columns);
    case 'End':
      return event.ctrlKey ? { row: rows - 1, column: columns - 1 } : step(0, columns);
    default:
      return null;
  }
}
