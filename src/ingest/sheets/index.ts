import type { Sheet } from '../sheet.ts';
import { chainSheets } from './chain.ts';
import { discrepancySheets } from './discrepancy.ts';
import { enterpriseSheets } from './enterprise.ts';
import { projectSheets } from './project.ts';
import { promotionSheets } from './promotion.ts';
import { regionSheets } from './region.ts';
import { factSheets, registerSheets, sourceSheets } from './source.ts';
import { subjectSheets } from './subject.ts';

/**
 * The files of seeds/documents, in the order in which they are loaded: what is referred to comes
 * before what refers to it.
 */
export const documentSheets: readonly Sheet[] = [
  ...sourceSheets,
  ...regionSheets,
  ...enterpriseSheets,
  ...projectSheets,
  ...chainSheets,
  ...promotionSheets,
  ...subjectSheets,
  ...registerSheets,
  ...factSheets,
  ...discrepancySheets,
];
