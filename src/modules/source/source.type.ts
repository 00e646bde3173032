import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import { graphEnum } from '../../kit/graph-enum.ts';
import { connectionOf, Node, typeOfId } from '../../kit/relay/relay.type.ts';
import { DateScalar, DecimalScalar } from '../../kit/scalars.ts';
import { MetricType, Unit } from './metric.type.ts';

export const AS_OF =
  '已知于 · What was known on this day, by documents published until then; all unless told.';

const resolveType = ({ id }: { id: string }) => typeOfId(id);

export const DateCertainty = graphEnum('DateCertainty', '日期确定性 · How sure a date is.', {
  STATED: '明示 · The source prints the whole date.',
  YEAR_INFERRED: '年份推定 · Month and day are printed; the year comes from the context.',
  INFERRED: '推定 · Worked out by a rule; the derivation tells which.',
  UNKNOWN: '未知 · The sources do not tell.',
});

const DocumentKind = graphEnum('DocumentKind', '文件类型 · What kind of document a source is.', {
  ARTICLE: '报道 · A news article.',
  STANDARD: '标准 · A published standard.',
  REGISTER: '名录 · A register that Quanmai keeps itself.',
  SYNTHETIC: '合成 · Generated data, real in no part.',
  SUBMISSION: '报送 · What one caller has submitted through the graph.',
  LEDGER: '台账 · The register of a data source, delivered again and again.',
});

const DocumentScript = graphEnum(
  'DocumentScript',
  '字形 · The script that a document is printed in.',
  {
    HANS: '简体 · Simplified Chinese.',
    HANT: '繁体 · Traditional Chinese.',
  },
);

const EvidenceRole = graphEnum('EvidenceRole', '出处位置 · What part of a document a passage is.', {
  BODY: '正文 · The article itself.',
  RELATED_TEASER: '相关阅读 · A teaser for another article: trusted less.',
});

export const Qualifier = graphEnum('Qualifier', '限定 · How exactly a number is said.', {
  EXACT: '恰为 · Exactly this.',
  GT: '超过 · More than this.',
  GTE: '以上 · This or more.',
  LT: '不足 · Less than this.',
  LTE: '以内 · This or less.',
  APPROX: '约 · About this.',
  ORDER_OF_MAGNITUDE: '量级 · Only the order of magnitude is said.',
});

export const ObservationKind = graphEnum(
  'ObservationKind',
  '观测性质 · Whether a number is, or is meant to be.',
  {
    ACTUAL: '实绩 · What is.',
    PLAN: '计划 · What is planned.',
    TARGET: '目标 · What is aimed at.',
    FORECAST: '预计 · What is expected.',
    ASPIRATION: '愿景 · What is dreamt of.',
    CLAIM: '表述 · What is claimed.',
  },
);

@ObjectType('Dated', {
  description: '日期 · A date as sources give it: the span that it lies in, how sure, and why.',
  simpleResolvers: true,
})
export class DatedType {
  @Field(() => DateScalar, { nullable: true, description: '最早 · The first day that it can be.' })
  earliest!: string | null;

  @Field(() => DateScalar, { nullable: true, description: '最晚 · The last day that it can be.' })
  latest!: string | null;

  @Field(() => DateCertainty, { description: '确定性 · How sure the date is.' })
  certainty!: string;

  @Field(() => String, {
    nullable: true,
    description: '推定依据 · How an inferred date was worked out.',
  })
  derivation!: string | null;
}

@ObjectType('Quantity', {
  description: '数量 · A number with its unit and how exactly it is said.',
  simpleResolvers: true,
})
export class QuantityType {
  @Field(() => DecimalScalar, { description: '数值 · The number.' })
  value!: string;

  @Field(() => Unit, { description: '计量单位 · What it counts.' })
  unit!: string;

  @Field(() => Qualifier, { description: '限定 · How exactly it is said.' })
  qualifier!: string;
}

@ObjectType('SourceDocument', {
  description: '来源文件 · A document that facts are taken from.',
  implements: Node,
  simpleResolvers: true,
})
export class SourceDocumentType implements Node {
  id!: string;

  @Field(() => String, { description: '代码 · Its readable code.' })
  code!: string;

  @Field(() => DocumentKind, { description: '文件类型 · What kind of document it is.' })
  kind!: string;

  @Field(() => String, { description: '标题 · What it is called here.' })
  title!: string;

  @Field(() => String, { nullable: true, description: '英文标题 · The same in English.' })
  titleEn!: string | null;

  @Field(() => String, { nullable: true, description: '文件名 · The file that was read.' })
  fileName!: string | null;

  @Field(() => String, { nullable: true, description: '校验值 · SHA-256 of that file.' })
  sha256!: string | null;

  @Field(() => DocumentScript, {
    nullable: true,
    description: '字形 · The script it is printed in.',
  })
  script!: string | null;

  @Field(() => DatedType, { description: '发布日期 · When it was published.' })
  publishedOn!: DatedType;
}

@ObjectType('Evidence', {
  description: '出处 · Where in which document something is said.',
  implements: Node,
  simpleResolvers: true,
})
export class EvidenceType implements Node {
  id!: string;

  @Field(() => String, { description: '代码 · Its readable code.' })
  code!: string;

  @Field(() => SourceDocumentType, { description: '来源文件 · The document.' })
  document!: SourceDocumentType;

  @Field(() => EvidenceRole, { description: '出处位置 · What part of the document it is.' })
  role!: string;

  @Field(() => Int, { nullable: true, description: '段落 · The paragraph, from 1.' })
  paragraph!: number | null;

  @Field(() => Int, { nullable: true, description: '行 · The line, from 1.' })
  line!: number | null;

  @Field(() => String, { nullable: true, description: '定位文字 · A few characters, as printed.' })
  anchor!: string | null;
}

@InterfaceType('Sourced', {
  description: '有出处 · Anything that says where it is told.',
  resolveType,
})
export abstract class Sourced {
  @Field(() => EvidenceType, { description: '出处 · Where this is told.' })
  evidence!: EvidenceType;
}

@ObjectType('Observation', {
  description: '观测值 · A number as one source reports it.',
  implements: [Node, Sourced],
  simpleResolvers: true,
})
export class ObservationType implements Node {
  id!: string;

  @Field(() => String, { description: '代码 · Its readable code.' })
  code!: string;

  @Field(() => MetricType, { description: '指标 · What is counted or measured.' })
  metric!: MetricType;

  @Field(() => QuantityType, { description: '数量 · The number.' })
  quantity!: QuantityType;

  @Field(() => ObservationKind, { description: '观测性质 · Whether it is, or is meant to be.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: '时期 · The period that it is about.' })
  period!: string | null;

  @Field(() => DateScalar, { nullable: true, description: '时期起 · The first day of that.' })
  periodFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: '时期止 · The last day of that.' })
  periodTo!: string | null;

  @Field(() => DatedType, { description: '截至 · When it was so.' })
  asOf!: DatedType;
}

@InterfaceType('Reported', {
  description: '有数据 · Anything that sources report numbers of.',
  resolveType,
})
export abstract class Reported {
  @Field(() => [ObservationType], { description: '观测值 · What sources report of it, by code.' })
  observations!: ObservationType[];
}

@InterfaceType('Named', { description: '有名称 · Anything with a code and names.', resolveType })
export abstract class Named {
  @Field(() => String, { description: '代码 · Its readable code, unique among its kind.' })
  code!: string;

  @Field(() => String, { description: '名称 · Its name in simplified Chinese.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: '英文名 · A rendering in English, not official.',
  })
  nameEn!: string | null;

  @Field(() => String, { nullable: true, description: '繁体名 · Its name in traditional script.' })
  nameHant!: string | null;
}

export const DocumentOrder = graphEnum(
  'SourceDocumentOrder',
  '来源文件排序 · How documents are ordered.',
  {
    CODE: '按代码 · By code.',
    CODE_DESC: '按代码倒序 · By code, the last first.',
    PUBLISHED_ON: '按发布日期 · By the day of publication, earliest first, unknown last.',
    PUBLISHED_ON_DESC: '按发布日期倒序 · By the day of publication, latest first, unknown last.',
  },
);

export const DocumentConnection = connectionOf(SourceDocumentType, 'SourceDocument', '来源文件');
