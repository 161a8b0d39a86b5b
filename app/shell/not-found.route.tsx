import { withErrors } from './with-errors.ts';

export const loader = withErrors(async () => {
  throw new Response(null, { status: 404 });
});

export { RouteError as ErrorBoundary } from './route-error.tsx';

/** Never shown: the loader always throws. It makes this a page with a frame instead of a bare answer. */
export default function NotFound() {
  return null;
}
