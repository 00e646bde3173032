import { code, enumeration, filterOn, text } from '../../kit/filter/filter.ts';

export const discrepancyFilter = filterOn('Discrepancy', 'discrepancy', {
  code: code('code'),
  kind: enumeration('DiscrepancyKind', 'kind'),
  topic: text('topic'),
  topicEn: text('topic_en'),
  judgedVerdict: enumeration('CrossVerdict', 'verdict'),
  explanation: text('explanation'),
  explanationEn: text('explanation_en'),
});
