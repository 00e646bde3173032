import { pointsAtOrganisation } from '../enterprise/organisation-parts.ts';
import { ChainPlace, ChainSupply, IndustryChain } from './chain.entity.ts';

/** The places and supplies of a merged enterprise; who is a supplier then follows by triggers. */

pointsAtOrganisation({
  name: 'anchoredChains',
  entity: IndustryChain,
  property: 'anchor',
  what: 'the industry chain',
});

pointsAtOrganisation({
  name: 'chainPlaces',
  entity: ChainPlace,
  property: 'organisation',
  root: ['chain', IndustryChain],
  alike: ['chain', 'node'],
  what: 'a place in the industry chain',
});

pointsAtOrganisation({
  name: 'supplies',
  entity: ChainSupply,
  property: 'supplier',
  root: ['chain', IndustryChain],
  alike: ['node', 'customer', 'product'],
  unless: ({ customer }, kept) => customer === kept.id,
  what: 'a supply in the industry chain',
});

pointsAtOrganisation({
  name: 'supplied',
  entity: ChainSupply,
  property: 'customer',
  root: ['chain', IndustryChain],
  alike: ['node', 'supplier', 'product'],
  unless: ({ supplier }, kept) => supplier === kept.id,
  what: 'a supply in the industry chain',
});
