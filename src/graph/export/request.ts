import { BadInput } from '../../kit/errors.ts';
import { unfitness } from '../text.ts';

const FORMATS = ['CSV', 'XLSX', 'JSONL'] as const;

/** How rows are written. */
export type ExportFormat = (typeof FORMATS)[number];

/** An export as it is asked for: a GraphQL query whose one list is read to its end, and a format. */
export interface ExportRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly format: ExportFormat;
  /** What a browser saves it as, without its ending. */
  readonly fileName?: string | null | undefined;
}

const LONGEST_NAME = 100;

/**
 * An export as a body or a command line asks for it.
 *
 * @throws BadInput that names what is missing or of another form.
 */
export function readExportRequest(sent: unknown): ExportRequest {
  const { query, operationName, variables, format, fileName } = (sent ?? {}) as Record<
    string,
    unknown
  >;
  if (typeof query !== 'string' || query.trim() === '') {
    throw new BadInput(
      'There is no "query": send the GraphQL query whose list is to be exported.',
      ['query'],
    );
  }
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) {
    throw new BadInput(
      '"variables" is no object of values by name, as in {"district": "370113"}.',
      ['variables'],
    );
  }
  return {
    query,
    operationName: textOrNothing('operationName', operationName),
    variables: variables as ExportRequest['variables'],
    format: readFormat(format),
    fileName: readFileName(textOrNothing('fileName', fileName)),
  };
}

/** @throws BadInput */
function readFormat(sent: unknown): ExportFormat {
  const format = FORMATS.find((each) => typeof sent === 'string' && each === sent.toUpperCase());
  if (format) return format;
  const named =
    sent == null ? 'No "format" is named' : `"${JSON.stringify(sent).slice(0, 40)}" is no format`;
  throw new BadInput(`${named}; there are ${FORMATS.join(', ')}.`, ['format']);
}

/** @throws BadInput for a name that a folder cannot hold, or that leads to another one. */
function readFileName(name: string | null | undefined): string | null {
  if (name == null || name === '') return null;
  const fault =
    name.length > LONGEST_NAME
      ? `has ${name.length} characters; ${LONGEST_NAME} are allowed`
      : // eslint-disable-next-line no-control-regex -- they are what it must not hold
        /[\u0000-\u001f\u007f/\\:*?"<>|]/.test(name)
        ? 'holds one of / \\ : * ? " < > | or a control character'
        : unfitness(name);
  if (fault === undefined) return name;
  throw new BadInput(`"fileName" ${fault}: choose another one.`, ['fileName']);
}

function textOrNothing(field: string, value: unknown): string | null {
  if (value == null) return null;
  if (typeof value === 'string') return value;
  throw new BadInput(`"${field}" is no text.`, [field]);
}
