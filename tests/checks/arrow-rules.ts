import type { DependencyType, IRegularForbiddenRuleType } from 'dependency-cruiser';

/**
 * Subjects from low to high: one may call those below it; upwards it publishes an event. Those in one row are equals
 * and do not know each other.
 */
export const SUBJECTS: string[][] = [
  ['audit', 'privacy'],
  ['settings'],
  ['identity'],
  ['audience'],
  ['organisation'],
  ['people'],
  ['conversation'],
  ['files'],
  ['projects', 'pinboard', 'must-read', 'statutory'],
  ['links'],
  ['feed'],
  ['notifications', 'search'],
  ['imports', 'live', 'frame', 'setup'],
];

const VALUES_ONLY: DependencyType[] = ['type-only'];

/** The arrows of the house, for dependency-cruiser. Each has a planted violation in arrows.test.ts. */
export const arrowRules: IRegularForbiddenRuleType[] = [
  {
    name: 'app-takes-types-and-schemas',
    comment:
      'A page reaches the company through the load context; from server/ it takes types and *.schema.ts only.',
    severity: 'error',
    from: { path: '^app/', pathNot: '\\.test\\.tsx?$' },
    to: { path: '^server/', pathNot: '\\.schema\\.ts$', dependencyTypesNot: VALUES_ONLY },
  },
  {
    name: 'schema-stays-light',
    comment:
      'A *.schema.ts travels to the browser: it may know other schemas and nothing else of the server.',
    severity: 'error',
    from: { path: '^server/.*\\.schema\\.ts$' },
    to: { path: '^server/', pathNot: '\\.schema\\.ts$', dependencyTypesNot: VALUES_ONLY },
  },
  {
    name: 'nothing-imports-app',
    comment: 'The server loads the built pages as data.',
    severity: 'error',
    from: { path: '^server/', pathNot: '\\.test\\.ts$' },
    to: { path: '^app/', pathNot: '^app/messages/' },
  },
  {
    name: 'nothing-imports-a-route',
    severity: 'error',
    from: { path: '^app/', pathNot: '\\.test\\.tsx?$' },
    to: { path: '\\.route\\.tsx?$', dependencyTypesNot: VALUES_ONLY },
  },
  {
    name: 'platform-knows-no-business',
    severity: 'error',
    from: { path: '^server/platform/', pathNot: '\\.test\\.ts$' },
    to: { path: '^server/(domain|sample|commands|services|http-context)' },
  },
  {
    name: 'domain-knows-no-web',
    comment: 'Business rules know nothing of HTTP, React or Remix.',
    severity: 'error',
    from: { path: '^server/domain/', pathNot: '\\.test\\.ts$' },
    to: {
      path: '(node_modules/(express|react|react-dom|@remix-run)/|^server/platform/http/|^server/(main|services|http-context))',
    },
  },
  {
    name: 'prisma-in-two-rooms',
    comment:
      'Only server/domain and server/platform/database touch Prisma; the generated client stays in the latter.',
    severity: 'error',
    from: { path: '^(app|server)/', pathNot: '^server/platform/database/' },
    to: { path: '(^server/platform/database/generated/|node_modules/@prisma/)' },
  },
  {
    name: 'ui-is-dumb',
    comment: 'The design system knows no subject, no shell and no server.',
    severity: 'error',
    from: { path: '^app/ui/', pathNot: '\\.test\\.tsx?$' },
    to: { path: '^(app/(?!ui/|messages/)|server/)' },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    from: { path: '^(app|server)/', pathNot: '^server/platform/database/generated/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: VALUES_ONLY } },
  },
  ...SUBJECTS.flatMap((row, level) =>
    row.flatMap((subject) => [order('server/domain', subject, level), order('app', subject, level)]),
  ),
];

/** No arrow from a subject to an equal or a higher one. Routes may compose any. */
function order(wing: string, subject: string, level: number): IRegularForbiddenRuleType {
  const above = SUBJECTS.slice(level)
    .flat()
    .filter((other) => other !== subject);
  return {
    name: `order-${wing}-${subject}`.replace('/', '-'),
    comment: `${subject} may not call ${above.join(', ')}.`,
    severity: 'error',
    from: { path: `^${wing}/${subject}/`, pathNot: '(\\.route\\.tsx?|\\.test\\.tsx?)$' },
    to: {
      path: `^${wing}/(${above.join('|')})/`,
      // Who asks is everybody's word: the actor and what a role may do.
      pathNot: '^server/domain/identity/actor\\.ts$',
      dependencyTypesNot: VALUES_ONLY,
    },
  };
}
