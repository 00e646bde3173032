import { describe, expect, it } from '@jest/globals';
import { chooseStage, chooseValue, type SaidValue } from '../../src/modules/source/value-choice.ts';

let told = 0;

/** What a body of a document of its own says, of no known day, unless told. */
function said(
  value: string | null,
  how: {
    readonly qualifier?: string;
    readonly origin?: string;
    readonly role?: string;
    readonly on?: string;
    readonly evidence?: string;
    readonly document?: string;
  } = {},
): SaidValue {
  const { evidence = `evidence-${told++}`, document = `document-${told++}` } = how;
  const { qualifier = null, origin = 'STATED', role = 'BODY', on = null } = how;
  return {
    ...{ value, qualifier, origin },
    evidence: { key: evidence, role, document: { key: document } },
    asOf: { latest: on },
  };
}

const chosenOf = (...sources: SaidValue[]) => {
  const choice = chooseValue(sources);
  return choice && [sources.indexOf(choice.chosen), choice.rule];
};

describe('which of several sources holds', () => {
  it('is none where nobody says anything', () => {
    expect(chosenOf()).toBeNull();
  });

  it('is the only one', () => {
    expect(chosenOf(said('10'))).toEqual([0, 'ONLY_ONE']);
  });

  it('is the best of those that all say the same', () => {
    const teaser = said('10', { role: 'RELATED_TEASER', on: '2024-03-01' });
    expect(chosenOf(teaser, said('10', { on: '2024-01-01' }))).toEqual([1, 'ALL_AGREE']);
  });

  it('is the body of a document before a later teaser', () => {
    const teaser = said('12', { role: 'RELATED_TEASER', on: '2024-03-01' });
    expect(chosenOf(said('10', { on: '2024-01-01' }), teaser)).toEqual([0, 'BODY']);
  });

  it('is a teaser where no body says anything', () => {
    expect(chosenOf(said('12', { role: 'RELATED_TEASER' }))).toEqual([0, 'ONLY_ONE']);
  });

  it('is the later, and what has a day before what has none', () => {
    const dated = said('12', { on: '2024-01-01' });
    expect(chosenOf(said('10'), dated)).toEqual([1, 'LATER']);
    expect(chosenOf(said('10', { on: '2024-01-02' }), dated)).toEqual([0, 'LATER']);
  });

  it('is what more documents say, of those of one day', () => {
    const on = '2024-01-01';
    expect(chosenOf(said('10', { on }), said('12', { on }), said('12', { on }))).toEqual([
      1,
      'MORE_DOCUMENTS',
    ]);
    // A document that said so before speaks for it, too.
    const before = said('12', { on: '2023-01-01' });
    expect(chosenOf(before, said('10', { on }), said('12', { on }))).toEqual([2, 'MORE_DOCUMENTS']);
  });

  it('counts a document once, however often it says so', () => {
    const document = 'one';
    expect(chosenOf(said('10'), said('12', { document }), said('12', { document }))).toEqual([
      0,
      'FIRST_RECORDED',
    ]);
  });

  it('is what was recorded first, where nothing else tells them apart', () => {
    expect(chosenOf(said('12'), said('10'))).toEqual([0, 'FIRST_RECORDED']);
  });

  it('tells an amount from a bound', () => {
    const exact = said('10', { qualifier: 'EXACT' });
    expect(chosenOf(exact, said('10', { qualifier: 'GT' }))).toEqual([0, 'FIRST_RECORDED']);
  });

  it('is what an office said last, whatever documents say since', () => {
    const first = said('11', { origin: 'SUBMITTED' });
    const last = said('13', { origin: 'SUBMITTED' });
    const later = said('14', { on: '2030-01-01' });
    expect(chosenOf(said('10'), first, last, later)).toEqual([2, 'SUBMITTED']);
  });

  it('is nothing where an office has cleared it', () => {
    const cleared = said(null, { origin: 'SUBMITTED' });
    expect(chosenOf(said('10'), cleared, said('10'))).toEqual([1, 'SUBMITTED']);
  });

  it('is what a load put in the place of another', () => {
    expect(chosenOf(said('旧名'), said('新名', { origin: 'REPLACED' }))).toEqual([1, 'REPLACED']);
  });

  it('goes by how a place in a document was read last', () => {
    const evidence = 'one';
    expect(chosenOf(said('10', { evidence }), said('100', { evidence }))).toEqual([1, 'ONLY_ONE']);
    expect(
      chosenOf(said('10', { evidence }), said('12'), said(null, { evidence }), said('14')),
    ).toEqual([1, 'FIRST_RECORDED']);
    expect(chosenOf(said('10', { evidence }), said(null, { evidence }))).toBeNull();
  });
});

describe('which record of a stage holds', () => {
  const stageOf = (...records: SaidValue[]) => {
    const choice = chooseStage(records);
    return choice && [records.indexOf(choice.chosen), choice.rule];
  };

  it('is the one of the latest day, and of one day what was recorded last', () => {
    const landing = said('LANDING', { on: '2024-01-01' });
    const begun = said('CONSTRUCTION', { on: '2024-02-01' });
    expect(stageOf()).toBeNull();
    expect(stageOf(landing)).toEqual([0, 'ONLY_ONE']);
    expect(stageOf(landing, begun)).toEqual([1, 'LATER']);
    expect(stageOf(said('LANDING', { on: '2024-02-01' }), begun)).toEqual([1, 'LAST_RECORDED']);
    expect(stageOf(begun, said('CONSTRUCTION', { on: '2024-03-01' }))).toEqual([1, 'ALL_AGREE']);
  });
});
