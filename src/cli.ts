#!/usr/bin/env node
import { keepCompiledCode } from './cli/compile-cache.ts';
import { requireNode } from './cli/node-version.ts';

requireNode();
keepCompiledCode();
const { run } = await import('./cli/program.ts');
await run(process.argv);
