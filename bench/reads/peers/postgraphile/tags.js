/**
 * What PostGraphile cannot see in the tables: that a supplier's district is tied by the key that its
 * index is on, and what the rows of the view of owned projects belong to.
 */
import { jsonPgSmartTags } from 'postgraphile/utils';

export const tags = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      'public.chain_supplier': {
        tags: {
          foreignKey:
            '(district_key) references public.region (id)|@fieldName placedIn|@foreignFieldName suppliersPlaced',
        },
      },
      'bench.owned_project': {
        tags: {
          primaryKey: 'id',
          foreignKey: [
            '(owner_id) references public.organisation (id)|@fieldName owner|@foreignFieldName ownedProjects',
            '(district_id) references public.region (id)|@fieldName district|@foreignFieldName ownedProjectsHere',
          ],
        },
      },
    },
  },
});
