/** Parts that the answers of several contenders have in common, and what they are compared as. */

/** A page, as Relay's connections have it. */
export interface Nodes<Item> {
  readonly nodes: readonly Item[];
}

export interface Named {
  readonly code: string;
  readonly name: string;
}

/** Money is an exact decimal, in as many digits as each contender likes. */
export interface ProjectFields extends Named {
  readonly stage: string | null;
  readonly totalInvestment: string | number | null;
}

export const named = ({ code, name }: Named): Named => ({ code, name });

export const projectFields = (project: ProjectFields): ProjectFields => ({
  ...named(project),
  stage: project.stage,
  totalInvestment: amount(project.totalInvestment),
});

export const amount = (decimal: string | number | null): number | null =>
  decimal === null ? null : Number(decimal);

/** The first of a page, where it has one. */
export const only = <Item>({ nodes }: Nodes<Item>): Item | null => nodes[0] ?? null;
