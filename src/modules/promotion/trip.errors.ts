import { DomainError } from '../../kit/errors.ts';

/** A lead becomes one project, once. */
export class LeadHasProject extends DomainError {
  readonly code = 'LEAD_HAS_PROJECT';

  constructor(lead: string, project: string) {
    super(
      `Lead ${lead} has become project "${project}": change that project, or take the lead from it by correctLead first.`,
      ['lead'],
    );
  }
}

/** A trip was a part of a departure, and of no other kind of event. */
export class NotADeparture extends DomainError {
  readonly code = 'NOT_A_DEPARTURE';

  constructor(event: string, kinds: readonly string[]) {
    super(
      `The event "${event}" is a ${kinds.join(', ')}, no DEPARTURE on trips: name the one that the trip was a part of, or none.`,
      ['event'],
    );
  }
}
