import { BadInput } from '../../kit/errors.ts';
import { isDate } from '../../kit/scalars.ts';
import { command } from '../../request/command.ts';
import { named, put } from '../../request/put.ts';
import { Attribute, Statement, type valueTypes } from './statement.entity.ts';
import { lookedUp, type Telling } from './telling.ts';

export interface NewAttribute {
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string | null;
}

/** Offices and roles stand where a document names a person. */
const NAMES_A_PERSON = /(^|_)(PERSON|HOLDER|CONTACT|LEADER)(_NAME)?$|姓名|联系人/;

/** Takes what statements are about (事项) into the register. */
export const defineAttribute = command(async ({ em, record }, input: NewAttribute) => {
  const { code, ...values } = input;
  if (NAMES_A_PERSON.test(code) || NAMES_A_PERSON.test(values.name)) {
    throw new BadInput(
      `The attribute ${code} would hold a person's name, and no person is stored: state the office instead.`,
      ['code'],
    );
  }
  const attribute = await put(em, Attribute, { code }, values);
  record('ATTRIBUTE_DEFINED', attribute);
  return attribute;
});

export interface NewStatement extends Telling {
  /** The code of an attribute of the register. */
  readonly attribute: string;
  readonly valueType: (typeof valueTypes)[number];
  readonly value: string;
  readonly valueEn?: string | null;
  /** Its place in the source's list, from 1. */
  readonly position?: number | null;
  /** Whether the source lists all there are; left out where there is no list, or it is not said. */
  readonly listComplete?: boolean | null;
}

/** What the values of some types look like. */
const FORMS: Partial<
  Record<NewStatement['valueType'], readonly [(value: string) => boolean, string]>
> = {
  DATE: [isDate, 'a day that exists, as "2023-02-09"'],
  YEAR: [(value) => /^[12]\d{3}$/.test(value), 'a year, as "2023"'],
  BOOLEAN: [(value) => value === 'true' || value === 'false', '"true" or "false"'],
};

/** Notes what a source states of a subject (陈述), where it is no number. */
export const stateFact = command(async ({ em, record }, input: NewStatement) => {
  const { code, subject: _subject, ...rest } = input;
  const [isWellFormed, form] = FORMS[input.valueType] ?? [];
  if (isWellFormed?.(input.value) === false) {
    throw new BadInput(`"${input.value}" is no ${input.valueType}: write ${form}.`, ['value']);
  }
  await named(em, Attribute, input.attribute, 'attribute');
  const statement = await put(em, Statement, { code }, { ...rest, ...(await lookedUp(em, input)) });
  record('FACT_STATED', statement);
  return statement;
});
