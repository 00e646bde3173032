import { DomainError } from '../../kit/errors.ts';

/** One thing that is wrong in a mapping file. */
export interface MappingProblem {
  readonly file: string;
  readonly line?: number;
  readonly problem: string;
}

/** Mapping files that cannot be used, with all that is wrong in them. */
export class MappingFault extends DomainError {
  readonly code = 'MAPPING_REFUSED';

  constructor(readonly problems: readonly MappingProblem[]) {
    const told = problems.map(
      ({ file, line, problem }) =>
        `${file}${line === undefined ? '' : `, line ${line}`}: ${problem}`,
    );
    super(
      told.length === 1
        ? (told[0] ?? '')
        : [`${told.length} faults in mapping files:`, ...told.map((each) => `  ${each}`)].join(
            '\n',
          ),
    );
  }
}
