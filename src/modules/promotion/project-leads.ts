import { projectPart } from '../project/project-parts.ts';
import { Lead } from './trip.entity.ts';

/** A lead stays when the project that it became is withdrawn, and is that project's when it comes back. */
projectPart({
  name: 'leads',
  async take({ em, recordConsequence }, project) {
    const leads = await em.find(Lead, { project }, { populate: ['trip'] });
    for (const lead of leads) {
      em.assign(lead, { project: null, revision: lead.revision + 1 });
      recordConsequence('LEAD_PROJECT_WITHDRAWN', lead.trip.getEntity());
    }
    return leads.map(({ id }) => ({ id }));
  },
  async giveBack({ em, recordConsequence }, project, rows) {
    for (const { id } of rows) {
      const lead = await em.findOne(Lead, id, { populate: ['trip'] });
      if (!lead || lead.project) continue;
      em.assign(lead, { project, revision: lead.revision + 1 });
      recordConsequence('LEAD_PROJECT_RESTORED', lead.trip.getEntity());
    }
  },
});
