import { pointsAtOrganisation } from '../enterprise/organisation-parts.ts';
import { Project, ProjectParticipant } from './project.entity.ts';

/** The part that a merged enterprise has in a project is the kept one's. */
pointsAtOrganisation({
  name: 'participants',
  entity: ProjectParticipant,
  property: 'organisation',
  root: ['project', Project],
  alike: ['project', 'role'],
  what: 'a participant of the project',
});
