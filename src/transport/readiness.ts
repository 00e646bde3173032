/** One part that has to work before requests make sense; resolves to what is wrong with it, if anything. */
export type Probe = () => Promise<string | undefined> | string | undefined;

export interface Readiness {
  readonly ready: boolean;
  /** "ok", or what is wrong, for each part. */
  readonly parts: Readonly<Record<string, string>>;
}

/** Asks every part at once, none for longer than `patienceMs`; callers who ask meanwhile share the answer. */
export function readinessOf(
  probes: Readonly<Record<string, Probe>>,
  patienceMs = 1_000,
): () => Promise<Readiness> {
  let asking: Promise<Readiness> | undefined;
  const ask = async (): Promise<Readiness> => {
    const asked = Object.entries(probes).map(async ([name, probe]) => {
      const fault = await within(patienceMs, probe);
      return [name, fault ?? 'ok'] as const;
    });
    const parts = Object.fromEntries(await Promise.all(asked));
    return { ready: Object.values(parts).every((state) => state === 'ok'), parts };
  };
  return () => (asking ??= ask().finally(() => (asking = undefined)));
}

async function within(patienceMs: number, probe: Probe): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${patienceMs} ms`), patienceMs);
  });
  try {
    return await Promise.race([probe(), late]);
  } catch {
    // Whoever asks may be anybody: the reason stays in the log.
    return 'out of reach';
  } finally {
    clearTimeout(timer);
  }
}
