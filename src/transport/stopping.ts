import { RefusedRequest } from './refused-request.ts';

/** What everybody is told who comes, or is still waiting, when the process ends. */
export const STOPPING = new RefusedRequest(
  'This server is stopping. Try again shortly.',
  503,
  'SERVICE_UNAVAILABLE',
  1,
);
