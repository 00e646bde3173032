/** Says where it serves. */
export function serving({ port }) {
  console.log(`http://127.0.0.1:${port}/graphql`);
}

/** Connections to PostgreSQL: as many as each of the others has. */
export const POOL_SIZE = 10;
