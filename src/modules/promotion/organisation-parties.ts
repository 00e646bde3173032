import { pointsAtOrganisation } from '../enterprise/organisation-parts.ts';
import { EventParty, PromotionEvent } from './event.entity.ts';
import { Lead, PromotionTrip } from './trip.entity.ts';

/** Where a merged enterprise took part in promotion, the kept one did. */

pointsAtOrganisation({
  name: 'eventParties',
  entity: EventParty,
  property: 'organisation',
  root: ['event', PromotionEvent],
  alike: ['event', 'role'],
  what: 'a party of the event',
});

pointsAtOrganisation({
  name: 'organisedTrips',
  entity: PromotionTrip,
  property: 'organiser',
  what: 'the trip',
});

pointsAtOrganisation({
  name: 'leadsOfTrips',
  entity: Lead,
  property: 'organisation',
  root: ['trip', PromotionTrip],
  what: 'a lead of the trip',
});
