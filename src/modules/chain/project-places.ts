import { keepRow, makeAgain } from '../../request/kept-row.ts';
import { projectPart } from '../project/project-parts.ts';
import { ChainNode, ChainPlace } from './chain.entity.ts';

/** A project's places in chains go and come back with it; who supplies through it follows by triggers. */
projectPart({
  name: 'chainPlaces',
  async take({ em, recordConsequence }, project) {
    const places = await em.find(ChainPlace, { project }, { populate: ['chain'] });
    em.remove(places);
    for (const { chain } of places) recordConsequence('CHAIN_PLACE_LEFT', chain.getEntity());
    return places.map(keepRow);
  },
  async giveBack({ em, recordConsequence }, _project, rows) {
    for (const row of rows) {
      const node = row.node as string | null;
      // A node that is gone leaves the place in the chain at large.
      const isThere = node === null || (await em.findOne(ChainNode, node)) !== null;
      const { chain } = makeAgain(em, ChainPlace, row, isThere ? {} : { node: null });
      recordConsequence('CHAIN_PLACE_TAKEN', await chain.loadOrFail());
    }
  },
});
