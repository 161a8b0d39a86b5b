import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { arrowRules } from './arrow-rules.ts';

export type Violation = { rule: string; from: string; to: string };

/** Follows every import below `root` and returns those that point where they must not. */
export async function checkArrows(root: string): Promise<Violation[]> {
  const { output } = await cruise(
    ['app', 'server'],
    {
      baseDir: root,
      ruleSet: { forbidden: arrowRules },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)(generated)/(internal|models)/' },
    },
    {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  );
  const { summary, modules } = output as ICruiseResult;
  if (modules.length === 0) throw new Error(`There was nothing to check in ${root}.`);
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}
