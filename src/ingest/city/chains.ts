import { SUPPORTING_BATCH } from './batches.ts';
import { CATALOG, type CatalogNode } from './chain-catalog.ts';
import type { City, CityTable, Row } from './city.ts';
import { marked } from './names.ts';
import { enterpriseId, enterpriseSite } from './organisations.ts';
import { projectId } from './projects.ts';
import {
  anySite,
  regionId,
  type Site,
  siteColumns,
  siteIn,
  UNITS,
  UNKNOWN_SITE,
} from './regions.ts';
import { evidenceOf } from './sources.ts';
import { supplierAt, supplierCount, tierOf } from './supply-plan.ts';
import { supportingProjects } from './supporting-projects.ts';

/** Room for the numbers of one chain's rows: more than it can have suppliers, nodes or projects. */
const NUMBERS = 10_000;
const SUPPLIES_EACH = 3;

interface ChainNode extends CatalogNode {
  readonly chain: number;
  readonly place: number;
}

const NODES: readonly ChainNode[] = CATALOG.flatMap(({ nodes }, chain) =>
  nodes.map((node, place) => ({ ...node, chain, place })),
);
const nodesOf = (chain: number) => NODES.filter((node) => node.chain === chain);
const supplied = CATALOG.map((_, chain) =>
  nodesOf(chain).filter(({ products }) => products.length > 0),
);
const supporting = CATALOG.map((_, chain) =>
  nodesOf(chain).filter(({ position }) => position === 'SUPPORTING'),
);

const nodeId = (city: City, { chain, place }: ChainNode) =>
  city.id('chain_node', chain * NUMBERS + place);
const chainId = (city: City, chain: number) => city.id('industry_chain', chain);

/** One item of an endless round through `items`. */
function turn<T>(items: readonly T[], place: number): T {
  const item = items[place % items.length];
  if (item === undefined) throw new RangeError('There is nothing to choose from.');
  return item;
}

/**
 * Where a supply comes from. The first suppliers of a chain go round all units, so that each has one
 * whatever the seed; of the others nearly half have no site that a source tells.
 */
function supplySite(city: City, chain: number, place: number, supply: number): Site {
  const dice = city.dice('chain_supply', chain * NUMBERS + place, 1 + supply);
  if (supply === 0 && place < UNITS.length) return siteIn(dice, turn(UNITS, place).number);
  if (dice.chance(0.45)) return UNKNOWN_SITE;
  return dice.chance(0.7) ? enterpriseSite(city, supplierAt(city, chain, place)) : anySite(dice, 0);
}

function customerId(city: City, chain: number, place: number): string | null {
  const dice = city.dice('chain_supply', chain * NUMBERS + place, 10);
  if (dice.chance(0.05)) return null;
  const { customers } = tierOf(city, chain, place);
  if (customers === null) return enterpriseId(city, chain);
  return enterpriseId(city, supplierAt(city, chain, dice.int(customers.first, customers.last)));
}

function supplyRows(city: City, chain: number, place: number): Row[] {
  const dice = city.dice('chain_supply', chain * NUMBERS + place);
  const supplies = 1 + (dice.chance(0.4) ? 1 : 0) + (dice.chance(0.15) ? 1 : 0);
  return Array.from({ length: supplies }, (_, supply) => {
    const node = turn(supplied[chain] ?? [], place + supply);
    const [product, product_en] = turn(node.products, dice.int(0, 99));
    return {
      id: city.id('chain_supply', (chain * NUMBERS + place) * SUPPLIES_EACH + supply),
      chain_id: chainId(city, chain),
      node_id: nodeId(city, node),
      supplier_id: enterpriseId(city, supplierAt(city, chain, place)),
      customer_id: customerId(city, chain, place),
      ...{ product, product_en, tier: tierOf(city, chain, place).tier },
      ...siteColumns(city, supplySite(city, chain, place, supply)),
      evidence_id: evidenceOf(city, 'chain_supply'),
    };
  });
}

/** The anchor in its node, every fifth supplier in the node that it supplies, and BYD's supporting projects. */
function placeRows(city: City): Row[] {
  const row = (chain: number, number: number, node: ChainNode, holder: Row): Row => ({
    id: city.id('chain_place', chain * NUMBERS + number),
    chain_id: chainId(city, chain),
    node_id: nodeId(city, node),
    organisation_id: null,
    project_id: null,
    ...holder,
    evidence_id: evidenceOf(city, 'chain_place'),
  });
  return CATALOG.flatMap((_, chain) => {
    const anchors = nodesOf(chain).filter(({ position }) => position === 'ANCHOR');
    const fifths = Array.from(
      { length: Math.ceil(supplierCount(city, chain) / 5) },
      (_each, fifth) => fifth * 5,
    );
    const projects = chain === 0 ? supportingProjects(city) : otherProjects(city, chain);
    return [
      ...anchors.map((node) => row(chain, 0, node, { organisation_id: enterpriseId(city, chain) })),
      ...fifths.map((place) =>
        row(chain, 1 + place, turn(supplied[chain] ?? [], place), {
          organisation_id: enterpriseId(city, supplierAt(city, chain, place)),
        }),
      ),
      ...projects.map((project, place) =>
        row(chain, NUMBERS - 1 - place, turn(supporting[chain] ?? [], place), {
          project_id: projectId(city, project),
        }),
      ),
    ];
  });
}

/** The projects in supporting places of another chain: next to those of BYD's chain, and fewer. */
const otherProjects = (city: City, chain: number) =>
  supportingProjects(city)
    .filter((_, place) => place % 4 === 0)
    .map((project) => project + chain)
    .filter((project) => project < city.projects);

export function chainTables(city: City): CityTable[] {
  const places = placeRows(city);
  const suppliers = CATALOG.flatMap((_, chain) =>
    Array.from({ length: supplierCount(city, chain) }, (_each, place) => ({ chain, place })),
  );
  return [
    {
      name: 'industry_chain',
      count: CATALOG.length,
      rowsOf(chain) {
        const { code, name } = turn(CATALOG, chain);
        return [
          {
            ...{ id: chainId(city, chain), version: 1, code, ...marked(...name) },
            region_id: regionId(city, 0),
            anchor_id: enterpriseId(city, chain),
            evidence_id: evidenceOf(city, 'industry_chain'),
          },
        ];
      },
    },
    {
      name: 'chain_node',
      count: NODES.length,
      rowsOf(number) {
        const node = turn(NODES, number);
        return [
          {
            ...{
              id: nodeId(city, node),
              chain_id: chainId(city, node.chain),
              ...marked(...node.name),
            },
            ...{ position: node.position, sequence: node.place + 1 },
            evidence_id: evidenceOf(city, 'chain_node'),
          },
        ];
      },
    },
    {
      name: 'chain_place',
      count: places.length,
      rowsOf: (number) => places.slice(number, number + 1),
    },
    {
      name: 'chain_supply',
      count: suppliers.length,
      rowsOf(number) {
        const { chain, place } = turn(suppliers, number);
        return supplyRows(city, chain, place);
      },
    },
    {
      name: 'chain_gap',
      count: CATALOG.length * 2,
      rowsOf(number) {
        const chain = number >> 1;
        const node = turn(supplied[chain] ?? [], 1 + 2 * (number % 2));
        const [zh, en] = turn(node.products, 1);
        return [
          {
            id: city.id('chain_gap', number),
            chain_id: chainId(city, chain),
            node_id: nodeId(city, node),
            ...marked(`缺${zh}本地配套`, `No local source: ${en}`),
            evidence_id: evidenceOf(city, 'chain_gap'),
          },
        ];
      },
    },
    {
      name: 'chain_batch',
      count: 1,
      rowsOf: (number) => [
        {
          id: city.id('chain_batch', number),
          chain_id: chainId(city, 0),
          batch_id: city.id('project_batch', SUPPORTING_BATCH),
          evidence_id: evidenceOf(city, 'chain_batch'),
        },
      ],
    },
  ];
}
