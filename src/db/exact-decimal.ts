import { DecimalType, p } from '@mikro-orm/core';
import { Decimal } from 'decimal.js';

/**
 * The ORM's own type compares amounts as floats: it would take 99999999999999.9928 for …9927, and
 * not write the change.
 */
class ExactDecimalType extends DecimalType {
  override compareValues(one: string, other: string): boolean {
    return new Decimal(one).eq(other);
  }
}

/** A `numeric` column, as the decimal text that it holds. */
export const exactDecimal = (precision: number, scale: number) =>
  p
    .type(new ExactDecimalType('string'))
    .columnType(`numeric(${precision},${scale})`)
    .precision(precision)
    .scale(scale);
