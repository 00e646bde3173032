import { keepCompiledCode } from './cli/compile-cache.ts';
import { requireNode } from './cli/node-version.ts';

requireNode();
keepCompiledCode();
const { serve } = await import('./cli/serve.ts');
await serve();
