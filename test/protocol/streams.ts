import type { Gateway } from '../support/gateway.ts';

export interface StreamEvent {
  readonly event: string;
  readonly data?: any;
}

export interface Streamed {
  readonly status: number;
  readonly headers: Headers;
  /** As it came. */
  readonly text: string;
  readonly events: StreamEvent[];
}

/** Asks for an event stream, and reads it to its end. */
export async function streamed(
  { url }: Gateway,
  body: unknown,
  { headers, signal }: { headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Streamed> {
  const response = await fetch(`${url}/stream`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...(signal && { signal }),
  });
  return read(response);
}

export async function read(response: Response): Promise<Streamed> {
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, text, events: eventsIn(text) };
}

/** A small reader of the format, so that ours is not read by what wrote it. */
function eventsIn(text: string): StreamEvent[] {
  return text
    .split('\n\n')
    .filter((block) => block.includes('event:'))
    .map((block) => {
      const fields = Object.fromEntries(
        block
          .split('\n')
          .map((line) => [line.split(':', 1)[0], line.slice(line.indexOf(':') + 1).trim()]),
      ) as Record<string, string>;
      return {
        event: fields.event ?? '',
        ...(fields.data && { data: JSON.parse(fields.data) as unknown }),
      };
    });
}
