type PlanNode = {
  'Node Type': string;
  'Relation Name'?: string;
  'Total Cost': number;
  Plans?: PlanNode[];
};

/** A scan that its Limit is expected to stop in the first tenth is not read to the end: "999 or more". */
const STOPPED_EARLY = 0.1;

/** The tables that a plan (EXPLAIN, FORMAT JSON) reads from end to end. */
export function scannedTables(node: PlanNode): string[] {
  const children = (node.Plans ?? []).filter((child) => !isStopped(node, child));
  const own = node['Node Type'] === 'Seq Scan' && node['Relation Name'] ? [node['Relation Name']] : [];
  return [...own, ...children.flatMap(scannedTables)];
}

function isStopped(limit: PlanNode, scan: PlanNode): boolean {
  if (limit['Node Type'] !== 'Limit' || scan['Node Type'] !== 'Seq Scan') return false;
  return limit['Total Cost'] < scan['Total Cost'] * STOPPED_EARLY;
}
