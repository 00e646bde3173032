import {
  addChainNode,
  countBatchOfChain,
  defineChain,
  takePlace,
} from '../../modules/chain/chain.commands.ts';
import { chainPositions } from '../../modules/chain/chain.entity.ts';
import { names, oneOf, optional, text, whole } from '../columns.ts';
import { type Sheet, sheet } from '../sheet.ts';

export const chainSheets: readonly Sheet[] = [
  sheet('chains.csv', defineChain, ['code'], {
    code: text,
    ...names,
    region: optional(text),
    anchor: optional(text),
    evidence: text,
  }),
  sheet('chain-nodes.csv', addChainNode, ['chain', 'name'], {
    chain: text,
    name: text,
    nameEn: optional(text),
    position: oneOf(chainPositions),
    sequence: whole,
    evidence: text,
  }),
  sheet('chain-places.csv', takePlace, ['chain', 'node', 'organisation', 'project'], {
    chain: text,
    node: optional(text),
    organisation: optional(text),
    project: optional(text),
    evidence: text,
  }),
  sheet('chain-batches.csv', countBatchOfChain, ['batch'], {
    chain: text,
    batch: text,
    evidence: text,
  }),
];
