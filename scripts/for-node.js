/** How esbuild compiles `src` for Node: our modules in chunks that are shared, packages left out. */
export const FOR_NODE = {
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node22',
  logLevel: 'warning',
};
