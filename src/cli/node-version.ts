/** The oldest Node that every part runs on; MikroORM asks for it. Held to `engines` by a test. */
export const OLDEST_NODE = '22.17.0';

/**
 * Says in one line that Node is too old, and ends. It runs before anything else is imported, since an
 * old Node fails on the first newer word of syntax it meets, with a stack that helps nobody.
 */
export function requireNode(version: string = process.versions.node): void {
  if (isAtLeast(version, OLDEST_NODE)) return;
  process.stderr.write(
    `Quanmai needs Node ${OLDEST_NODE} or newer, and this is ${version}. ` +
      'Start it with "npm start", which brings its own Node, or install a newer one.\n',
  );
  process.exit(1);
}

function isAtLeast(version: string, oldest: string): boolean {
  const given = version.split('.').map(Number);
  for (const [place, wanted] of oldest.split('.').map(Number).entries()) {
    const part = given[place] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}
