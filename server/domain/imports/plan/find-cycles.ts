/** Every cycle of a graph in which each node has at most one parent, as lists of nodes in reporting order. */
export function findCycles(parents: ReadonlyMap<string, string | null>): string[][] {
  const done = new Set<string>();
  const cycles: string[][] = [];
  for (const start of parents.keys()) {
    const path: string[] = [];
    const at = new Map<string, number>();
    let node: string | null = start;
    while (node !== null && !done.has(node) && !at.has(node)) {
      at.set(node, path.length);
      path.push(node);
      node = parents.get(node) ?? null;
    }
    if (node !== null && at.has(node)) cycles.push(path.slice(at.get(node)));
    for (const visited of path) done.add(visited);
  }
  return cycles;
}
