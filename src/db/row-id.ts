import { p } from '@mikro-orm/core';
import { v7 } from 'uuid';

/** The primary key of every table: a UUID whose first bits are the time, so that new rows lie together. */
export const rowId = () =>
  p
    .uuid()
    .primary()
    .onCreate(() => v7());
