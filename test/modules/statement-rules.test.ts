import { describe, expect, it } from '@jest/globals';
import type {
  AnyFact,
  NumberFact,
  Question,
  StatedFact,
} from '../../src/modules/figure/discrepancy-fact.ts';
import {
  decided,
  list,
  metric,
  number,
  other,
  scope,
  statement,
  tells,
} from './discrepancy-facts.ts';

describe('lists of one thing', () => {
  it('agree in any order, and differ where a whole one lacks what the other has', () => {
    const held = (one: AnyFact[], another: AnyFact[]) => decided('SAME_FIGURE', one, another);
    expect(held(list(['甲', '乙'], false), list(['乙', '甲'], false, other))).toEqual(
      tells('SAME_LIST', 'AGREE'),
    );
    expect(held(list(['甲', '乙'], true), list(['甲'], false, other))).toBeNull();
    expect(held(list(['甲', '乙'], true), list(['甲', '丙'], false, other))).toEqual(
      tells('SAME_LIST', 'DISAGREE'),
    );
    expect(held(list(['甲', '乙'], false), list(['甲', '丙'], null, other))).toBeNull();
  });

  it('are of one thing where they divide it, whatever they are called', () => {
    const steps = list(['甲', '乙', '丙'], true, {
      ...other,
      subjectId: 'later',
      attribute: 'STAGE',
    });
    expect(decided('SCHEMA_DIFFERENCE', list(['甲', '乙'], true), steps)).toEqual(
      tells('SAME_LIST', 'DISAGREE'),
    );
    expect(decided('SAME_FIGURE', list(['甲', '乙'], true), steps)).toBeNull();
  });
});

describe('days', () => {
  const event = { subjectType: 'promotion_event', subjectId: 'event' } as const;
  const date = (value: string, given: Partial<StatedFact> = {}) =>
    statement(value, { ...event, attribute: 'EVENT_DATE', valueType: 'DATE', ...given });

  it('of one event agree or disagree, of two they are two', () => {
    const trap = (value: string, subjectId: string) =>
      decided('NUMBER_TRAP', date('2031-05-01'), date(value, { ...other, subjectId }));
    expect(trap('2031-05-01', 'event')).toEqual(tells('SAME_VALUE', 'AGREE'));
    expect(trap('2031-05-02', 'event')).toEqual(tells('SAME_VALUE', 'DISAGREE'));
    expect(trap('2031-05-01', 'another')).toEqual(
      tells('EQUAL_VALUE_OTHER_SUBJECT', 'NOT_COMPARABLE', 'IDENTITY'),
    );
  });

  it('agree with what is told as of them, in another article too, and nothing is told of others', () => {
    const held = (given: Partial<NumberFact>) =>
      decided('SAME_FIGURE', date('2031-05-01'), number('9', { ...event, ...given }));
    expect(held(other)).toEqual(tells('SAME_DAY', 'AGREE'));
    expect(held({ isTeaser: true })).toEqual(tells('SAME_DAY', 'AGREE'));
    expect(held({})).toBeNull();
    expect(held({ ...other, asOf: { earliest: '2031-05-01', latest: '2031-05-09' } })).toBeNull();
  });
});

describe('states of one project', () => {
  const state = (status: StatedFact['status'], day: string) =>
    statement(String(status), {
      ...{ subjectType: 'project', subjectId: 'railway', attribute: 'STATUS', status },
      asOf: { earliest: day, latest: day },
    });

  it('follow each other, and nothing is told where they go back or are of one day', () => {
    const held = (day: string, status: StatedFact['status']) =>
      decided('TEMPORAL_SEQUENCE', state('UNDER_CONSTRUCTION', '2031-02-16'), state(status, day));
    expect(held('2031-12-31', 'OPEN')).toEqual(tells('LATER_STATE', 'CONSISTENT'));
    expect(held('2030-12-31', 'SIGNED')).toEqual(tells('LATER_STATE', 'CONSISTENT'));
    expect(held('2031-12-31', 'SIGNED')).toBeNull();
    expect(held('2031-02-16', 'OPEN')).toBeNull();
    expect(held('2031-12-31', null)).toBeNull();
  });
});

describe('names', () => {
  const guest = { subjectType: 'promotion_event', subjectId: 'event', valueType: 'REF' } as const;
  const owner = { ...other, subjectType: 'project', subjectId: 'works', valueType: 'REF' } as const;

  it('are of one organisation or of two, and leave it open where a name is of several', () => {
    const held = (organisations: string[], given: Partial<StatedFact> = {}) =>
      decided(
        'ENTITY_LINK',
        statement('某集团', { ...guest, organisations: ['group'] }),
        statement('集团公司', { ...owner, organisations, ...given }),
      );
    expect(held(['group'])).toEqual(tells('SAME_ORGANISATION', 'AGREE'));
    expect(held(['another'])).toEqual(tells('SAME_ORGANISATION', 'NOT_COMPARABLE', 'IDENTITY'));
    expect(held(['another', 'third'])).toBeNull();
    expect(held([])).toBeNull();
    expect(held([], { subjectType: 'organisation', subjectId: 'group' })).toEqual(
      tells('SAME_ORGANISATION', 'AGREE'),
    );
    expect(held(['group'], { documentId: 'one' })).toBeNull();
  });

  it('that two things bear contradict each other; those of a region and its part do not compare', () => {
    const city = scope({ regionId: 'city' });
    const district = { subjectId: 'district year', scope: scope({ regionsAbove: ['city'] }) };
    const held = (name: string) =>
      decided('NAME_TRAP', statement('深化年', { scope: city }), statement(name, district));
    expect(held('深化年')).toEqual(tells('NAME_OF_TWO', 'DISAGREE'));
    expect(held('提升年')).toEqual(tells('OTHER_LEVEL', 'NOT_COMPARABLE', 'SCOPE'));
  });

  it('of two projects are of two, and nothing is told of a project and an event', () => {
    const held = (subjectType: StatedFact['subjectType']) =>
      decided(
        'ENTITY_TRAP',
        statement('二期', { subjectType: 'project', subjectId: 'one' }),
        statement('二期', { subjectType, subjectId: 'two' }),
      );
    expect(held('project')).toEqual(tells('OTHER_ENTITY', 'NOT_COMPARABLE', 'IDENTITY'));
    expect(held('promotion_event')).toBeNull();
  });
});

describe('terms', () => {
  it('of one thing in two respects add to each other, and one fact in two wordings does not', () => {
    const held = (kind: Question['kind'], attribute: string) =>
      decided(kind, statement('就是', { attribute: 'SLOGAN' }), statement('即是', { attribute }));
    expect(held('SAME_TERM', 'GOAL')).toEqual(tells('OTHER_ASPECT', 'COMPLEMENT'));
    expect(held('SAME_FACT_VARIANT', 'SLOGAN')).toEqual(tells('OTHER_WORDING', 'DISAGREE'));
    expect(held('SAME_TERM', 'SLOGAN')).toBeNull();
  });

  it('are two districts’ own where they use them otherwise, and are not a city’s and its district’s', () => {
    const used = (regionId: string, subjectId: string, attribute: string) =>
      statement(subjectId, {
        ...{ subjectId, attribute },
        scope: scope({ regionId, regionsAbove: regionId === 'city' ? [] : ['city'] }),
      });
    const held = (regionId: string, attribute: string) =>
      decided(
        'SAME_TERM',
        used('east', 'task force', 'PURPOSE'),
        used(regionId, 'team', attribute),
      );
    expect(held('west', 'SCOPE')).toEqual(tells('EACH_REGIONS_OWN', 'COMPLEMENT'));
    expect(held('west', 'PURPOSE')).toBeNull();
    expect(held('city', 'SCOPE')).toBeNull();
    expect(held('east', 'SCOPE')).toBeNull();
  });

  it('of a member are of both that name it', () => {
    const named = (subjectId: string, value: string) =>
      statement(value, { subjectId, attribute: 'NAMED_MEMBER', valueType: 'REF' });
    expect(decided('SAME_TERM', named('communities', '甲'), named('clusters', '甲'))).toEqual(
      tells('MEMBER_OF_BOTH', 'COMPLEMENT'),
    );
    expect(decided('SAME_TERM', named('communities', '甲'), named('clusters', '乙'))).toBeNull();
  });

  it('of units and cities are not paired, unless the trip tells who went where', () => {
    const trip = (pairingKnown: boolean) => ({
      ...({ subjectType: 'promotion_trip', subjectId: 'trip', pairingKnown } as const),
    });
    const held = (isKnown: boolean) =>
      decided(
        'UNSUPPORTED_LINK',
        number('9', { ...trip(isKnown), metric: metric('NAMED_UNIT_COUNT') }),
        list(['京', '沪'], false, { ...trip(isKnown), attribute: 'DESTINATION' }),
      );
    expect(held(false)).toEqual(tells('NO_PAIRING', 'UNRESOLVED'));
    expect(held(true)).toBeNull();
  });
});
