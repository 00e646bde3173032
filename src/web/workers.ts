/** Monaco's own way would fetch its workers from a CDN, or make them of a blob, which the CSP forbids. */
const environment = {
  getWorker(_id: string, label: string): Worker {
    const file = label === 'json' || label === 'graphql' ? WORKERS[label] : WORKERS.editor;
    return new Worker(new URL(file, import.meta.url), { name: label });
  },
};

(globalThis as { MonacoEnvironment?: typeof environment }).MonacoEnvironment = environment;
