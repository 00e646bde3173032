import { DomainError } from '../../kit/errors.ts';

/** Who stands at a node stands there once. */
export class ChainPlaceTaken extends DomainError {
  readonly code = 'CHAIN_PLACE_TAKEN';

  constructor(whose: string, chain: string, node: string | null, id: string) {
    const where = node === null ? 'at no certain node' : `at the node ${node}`;
    super(
      `${whose} has its place in chain ${chain} ${where} already: it is ${id}; correct that one.`,
      ['node'],
    );
  }
}

/** The same product from the same supplier to the same customer, at the same node. */
export class SupplyKnown extends DomainError {
  readonly code = 'SUPPLY_KNOWN';

  constructor(supplier: string, product: string, id: string) {
    super(`That ${supplier} supplies ${product} there is recorded already: correct ${id}.`, [
      'product',
    ]);
  }
}

export class SuppliesItself extends DomainError {
  readonly code = 'SUPPLIES_ITSELF';

  constructor(supplier: string) {
    super(`${supplier} cannot be its own customer: leave "customer" out where it is not known.`, [
      'customer',
    ]);
  }
}

/** What has no code is named by its id. */
export class UnknownId extends DomainError {
  readonly code = 'UNKNOWN_ID';

  constructor(what: string, id: string) {
    super(`There is no ${what} with the id "${id.slice(0, 60)}": read it from the graph again.`, [
      'id',
    ]);
  }
}
