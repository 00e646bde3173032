import {
  type Named,
  named,
  type Nodes,
  only,
  type ProjectFields,
  projectFields,
} from '../answers.ts';

/** A project with who owns it and its node in a chain, as lists and dashboards show it. */
export interface ShownProject extends ProjectFields {
  readonly owner: Named | null;
  readonly chainNode: ChainNode | null;
}

interface ChainNode {
  readonly name: string;
  readonly position: string;
}

export const shownProject = ({ owner, chainNode, ...project }: ShownProject): ShownProject => ({
  ...projectFields(project),
  owner: owner && named(owner),
  chainNode: chainNode && { name: chainNode.name, position: chainNode.position },
});

/** The same from the joins of a statement: `project` is one row. */
export const SHOWN_PROJECT_COLUMNS = `
  project.code, project.name, project.stage,
  trim_scale(project.total_investment)::text as "totalInvestment",
  (select json_build_object('code', organisation.code, 'name', organisation.name)
     from project_participant
     join organisation on organisation.id = project_participant.organisation_id
    where project_participant.project_id = project.id and project_participant.role = 'OWNER'
    limit 1) as owner,
  (select json_build_object('name', chain_node.name, 'position', chain_node.position)
     from chain_place
     join chain_node on chain_node.id = chain_place.node_id
    where chain_place.project_id = project.id
    limit 1) as "chainNode"`;

export const QUANMAI_PROJECT = `
  code
  name
  stage
  totalInvestment
  participants(filter: { role: { eq: OWNER } }, first: 1) { nodes { organisation { code name } } }
  chainPositions(first: 1) { nodes { node { name position } } }`;

export interface QuanmaiProject extends ProjectFields {
  readonly participants: Nodes<{ organisation: Named }>;
  readonly chainPositions: Nodes<{ node: ChainNode | null }>;
}

export const ofQuanmai = ({ participants, chainPositions, ...project }: QuanmaiProject) =>
  shownProject({
    ...project,
    owner: only(participants)?.organisation ?? null,
    chainNode: only(chainPositions)?.node ?? null,
  });

export const POSTGRAPHILE_PROJECT = `
  code
  name
  stage
  totalInvestment
  projectParticipants(condition: { role: "OWNER" }, first: 1) { nodes { organisation { code name } } }
  chainPlaces(first: 1) { nodes { nodeChain { name position } } }`;

export interface PostGraphileProject extends ProjectFields {
  readonly projectParticipants: Nodes<{ organisation: Named }>;
  readonly chainPlaces: Nodes<{ nodeChain: ChainNode | null }>;
}

export const ofPostGraphile = ({
  projectParticipants,
  chainPlaces,
  ...project
}: PostGraphileProject) =>
  shownProject({
    ...project,
    owner: only(projectParticipants)?.organisation ?? null,
    chainNode: only(chainPlaces)?.nodeChain ?? null,
  });

export const MERCURIUS_PROJECT = `
  code
  name
  stage
  totalInvestment
  owner { code name }
  chainNode { name position }`;
