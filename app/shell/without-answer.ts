/**
 * For a page's `clientAction`: what the server said, or, where the network is gone, a 503 with `answer`. The page then
 * stays as it is, with everything that was typed, instead of giving way to the error page.
 */
export async function orWithoutAnswer<T>(call: () => Promise<T>, answer: object): Promise<T | Response> {
  try {
    return await call();
  } catch (error) {
    // fetch() throws a TypeError when no answer comes; everything else is an answer, or a redirect.
    if (error instanceof TypeError) return Response.json(answer, { status: 503 });
    throw error;
  }
}
