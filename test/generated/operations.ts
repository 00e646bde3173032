/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** 行政层级 · The level of government of an office. */
export type AdminLevel =
  /** 市级 · Of the city. */
  | 'CITY'
  /** 区级 · Of a district. */
  | 'DISTRICT'
  /** 处级 · Of a division. */
  | 'DIVISION'
  /** 省级 · Of the province. */
  | 'PROVINCE';

/** 行政层级条件 · Matches values of AdminLevel. */
export type AdminLevelFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: AdminLevel | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<AdminLevel> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 事项条件 · Matches each Attribute of which all that is given holds. */
export type AttributeFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<AttributeFilter> | null | undefined;
  /** 代码 · Its readable code, as "STEP". */
  readonly code?: CodeFilter | null | undefined;
  /** 名称 · What it is called. */
  readonly name?: TextFilter | null | undefined;
  /** 英文名 · The same in English. */
  readonly nameEn?: TextFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: AttributeFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<AttributeFilter> | null | undefined;
};

/** 批次类型 · What a batch of projects was counted for. */
export type BatchKind =
  /** 集中签约 · Signed together. */
  | 'COLLECTIVE_SIGNING'
  /** 集中开工 · Started together. */
  | 'COLLECTIVE_START'
  /** 累计签约 · Signed up to a day. */
  | 'CUMULATIVE_SIGNING'
  /** 入库 · Listed in a library of key projects. */
  | 'LIBRARY_LISTING'
  /** 推介 · Promoted, not signed. */
  | 'PROMOTED'
  /** 谋划储备 · Kept in reserve. */
  | 'RESERVE'
  /** 配套落地 · Landed to support an anchor. */
  | 'SUPPORTING_LANDED';

/** 批次类型条件 · Matches values of BatchKind. */
export type BatchKindFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: BatchKind | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<BatchKind> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 批次角色 · What became of a project in a batch. */
export type BatchRole =
  /** 入库 · Listed. */
  | 'LISTED'
  /** 推介 · Promoted. */
  | 'PROMOTED'
  /** 签约 · Signed. */
  | 'SIGNED'
  /** 开工 · Started. */
  | 'STARTED';

/** 批次角色条件 · Matches values of BatchRole. */
export type BatchRoleFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: BatchRole | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<BatchRole> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 批次领域条件 · Matches each BatchSector of which all that is given holds. */
export type BatchSectorFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<BatchSectorFilter> | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 名称 · Its name. */
  readonly name?: TextFilter | null | undefined;
  /** 英文名 · Its name in English. */
  readonly nameEn?: TextFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: BatchSectorFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<BatchSectorFilter> | null | undefined;
  /** 序号 · Its place in the source's list. */
  readonly position?: IntFilter | null | undefined;
};

/** 批次领域列表条件 · Matches lists of BatchSector. */
export type BatchSectorListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: BatchSectorFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: BatchSectorFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: BatchSectorFilter | null | undefined;
};

/** 是否条件 · Matches yes or no. */
export type BooleanFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: boolean | null | undefined;
};

/** 产业链缺口条件 · Matches each ChainGap of which all that is given holds. */
export type ChainGapFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<ChainGapFilter> | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 名称 · What is lacking. */
  readonly name?: TextFilter | null | undefined;
  /** 英文名 · The same in English. */
  readonly nameEn?: TextFilter | null | undefined;
  /** 环节 · The node where it is lacking. */
  readonly node?: ChainNodeFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: ChainGapFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<ChainGapFilter> | null | undefined;
};

/** 产业链缺口列表条件 · Matches lists of ChainGap. */
export type ChainGapListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: ChainGapFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: ChainGapFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: ChainGapFilter | null | undefined;
};

/** 产业链环节条件 · Matches each ChainNode of which all that is given holds. */
export type ChainNodeFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<ChainNodeFilter> | null | undefined;
  /** 产业链 · The chain. */
  readonly chain?: IndustryChainFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 名称 · Its name. */
  readonly name?: TextFilter | null | undefined;
  /** 英文名 · Its name in English. */
  readonly nameEn?: TextFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: ChainNodeFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<ChainNodeFilter> | null | undefined;
  /** 链上席位 · Who stands here. */
  readonly places?: ChainPlaceListFilter | null | undefined;
  /** 链上位置 · Where in the chain it lies. */
  readonly position?: ChainPositionFilter | null | undefined;
  /** 序号 · Its place in the order of the chain's nodes. */
  readonly sequence?: IntFilter | null | undefined;
  /** 配套关系 · What is supplied here. */
  readonly supplies?: SupplyListFilter | null | undefined;
};

/** 产业链环节列表条件 · Matches lists of ChainNode. */
export type ChainNodeListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: ChainNodeFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: ChainNodeFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: ChainNodeFilter | null | undefined;
};

/** 链上席位条件 · Matches each ChainPlace of which all that is given holds. */
export type ChainPlaceFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<ChainPlaceFilter> | null | undefined;
  /** 产业链 · The chain. */
  readonly chain?: IndustryChainFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 环节 · The node. */
  readonly node?: ChainNodeFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: ChainPlaceFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<ChainPlaceFilter> | null | undefined;
  /** 组织 · Whose place it is, if an organisation's. */
  readonly organisation?: OrganisationFilter | null | undefined;
  /** 项目 · Whose place it is, if a project's. */
  readonly project?: ProjectFilter | null | undefined;
};

/** 链上席位列表条件 · Matches lists of ChainPlace. */
export type ChainPlaceListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: ChainPlaceFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: ChainPlaceFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: ChainPlaceFilter | null | undefined;
};

/** 链上位置 · Where in a chain a node lies. */
export type ChainPosition =
  /** 链主 · The anchor itself. */
  | 'ANCHOR'
  /** 下游 · Products and services. */
  | 'DOWNSTREAM'
  /** 中游 · Parts and systems. */
  | 'MIDSTREAM'
  /** 配套 · Supports the anchor. */
  | 'SUPPORTING'
  /** 上游 · Materials. */
  | 'UPSTREAM';

/** 链上位置条件 · Matches values of ChainPosition. */
export type ChainPositionFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: ChainPosition | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<ChainPosition> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 代码条件 · Matches readable codes, as they are written. */
export type CodeFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: string | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
  /** 开头为 · What it begins with, as it is written. */
  readonly startsWith?: string | null | undefined;
};

/** 计算方法 · How a value was computed. */
export type ComputationMethod =
  /** 成员相加 · The values of the members that are known were added up. */
  | 'MEMBERS_ADDED'
  /** 成员计数 · The members that are known were counted. */
  | 'MEMBERS_COUNTED'
  /** 具名计数 · Those that sources name were counted. */
  | 'NAMES_COUNTED'
  /** 分项相加 · The parts that sources tell were added up. */
  | 'PARTS_ADDED';

/** 比对结论 · How two things that sources say stand to each other. */
export type CrossVerdict =
  /** 一致 · They say the same. */
  | 'AGREE'
  /** 互补 · The one adds to the other. */
  | 'COMPLEMENT'
  /** 相容 · They say different things that can both be true. */
  | 'CONSISTENT'
  /** 推算 · Worked out from them; no source says it. */
  | 'DERIVED'
  /** 不一致 · They cannot both be true. */
  | 'DISAGREE'
  /** 不可比 · They are not of one thing, and no number comes of them. */
  | 'NOT_COMPARABLE'
  /** 子集 · The one is a part of the other: never add them. */
  | 'SUBSET'
  /** 未决 · The sources leave it open. */
  | 'UNRESOLVED';

/** 日期确定性 · How sure a date is. */
export type DateCertainty =
  /** 推定 · Worked out by a rule; the derivation tells which. */
  | 'INFERRED'
  /** 明示 · The source prints the whole date. */
  | 'STATED'
  /** 未知 · The sources do not tell. */
  | 'UNKNOWN'
  /** 年份推定 · Month and day are printed; the year comes from the context. */
  | 'YEAR_INFERRED';

/** 日期确定性条件 · Matches values of DateCertainty. */
export type DateCertaintyFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: DateCertainty | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<DateCertainty> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 日历日条件 · Matches known days. */
export type DateFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: string | null | undefined;
  /** 晚于 · After this day. */
  readonly gt?: string | null | undefined;
  /** 不早于 · On this day or later. */
  readonly gte?: string | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
  /** 早于 · Before this day. */
  readonly lt?: string | null | undefined;
  /** 不晚于 · On this day or earlier. */
  readonly lte?: string | null | undefined;
};

/** 日期条件 · Matches dates that lie wholly within the bounds; unknown dates lie within none. */
export type DatedFilter = {
  /** 确定性 · By how sure the date is. */
  readonly certainty?: DateCertaintyFilter | null | undefined;
  /** 不早于 · On this day or later, whichever day it is of those that it can be. */
  readonly gte?: string | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
  /** 确切到日 · Only where the day is known, or, if false, only where it is not. */
  readonly isSingleDay?: boolean | null | undefined;
  /** 不晚于 · On this day or earlier, whichever day it is of those that it can be. */
  readonly lte?: string | null | undefined;
};

/** 数值条件 · Matches known numbers. */
export type DecimalFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: string | null | undefined;
  /** 大于 · More than this. */
  readonly gt?: string | null | undefined;
  /** 不小于 · This or more. */
  readonly gte?: string | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
  /** 小于 · Less than this. */
  readonly lt?: string | null | undefined;
  /** 不大于 · This or less. */
  readonly lte?: string | null | undefined;
};

/** 文件类型 · What kind of document a source is. */
export type DocumentKind =
  /** 报道 · A news article. */
  | 'ARTICLE'
  /** 台账 · The register of a data source, delivered again and again. */
  | 'LEDGER'
  /** 名录 · A register that Quanmai keeps itself. */
  | 'REGISTER'
  /** 标准 · A published standard. */
  | 'STANDARD'
  /** 报送 · What one caller has submitted through the graph. */
  | 'SUBMISSION'
  /** 合成 · Generated data, real in no part. */
  | 'SYNTHETIC';

/** 文件类型条件 · Matches values of DocumentKind. */
export type DocumentKindFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: DocumentKind | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<DocumentKind> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 字形 · The script that a document is printed in. */
export type DocumentScript =
  /** 简体 · Simplified Chinese. */
  | 'HANS'
  /** 繁体 · Traditional Chinese. */
  | 'HANT';

/** 字形条件 · Matches values of DocumentScript. */
export type DocumentScriptFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: DocumentScript | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<DocumentScript> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 优质企业认定条件 · Matches each EnterpriseClass of which all that is given holds. */
export type EnterpriseClassFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<EnterpriseClassFilter> | null | undefined;
  /** 优质企业类型 · The class. */
  readonly class?: EnterpriseClassKindFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: EnterpriseClassFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<EnterpriseClassFilter> | null | undefined;
  /** 认定起始 · The first day. */
  readonly validFrom?: DateFilter | null | undefined;
  /** 认定截止 · The last day. */
  readonly validTo?: DateFilter | null | undefined;
};

/** 优质企业类型 · A class of quality enterprises. */
export type EnterpriseClassKind =
  /** 瞪羚 · A gazelle: it grows fast. */
  | 'GAZELLE'
  /** 单项冠军 · A champion in one product. */
  | 'SINGLE_CHAMPION'
  /** 专精特新 · Specialised, refined, distinctive, novel. */
  | 'SPECIALISED'
  /** 独角兽 · A unicorn. */
  | 'UNICORN';

/** 优质企业类型条件 · Matches values of EnterpriseClassKind. */
export type EnterpriseClassKindFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: EnterpriseClassKind | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<EnterpriseClassKind> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 优质企业认定列表条件 · Matches lists of EnterpriseClass. */
export type EnterpriseClassListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: EnterpriseClassFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: EnterpriseClassFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: EnterpriseClassFilter | null | undefined;
};

/** 企业条件 · Matches each Enterprise of which all that is given holds. */
export type EnterpriseFilter = {
  /** 行政区划 · By the district or county that it lies in, a zone’s too where it is known. */
  readonly administrativeDistrict?: RegionFilter | null | undefined;
  /** 别名 · Other names that sources use. */
  readonly aliases?: TextListFilter | null | undefined;
  /** 所领产业链 · The chains that are built around it. */
  readonly anchoredChains?: IndustryChainListFilter | null | undefined;
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<EnterpriseFilter> | null | undefined;
  /** 链上席位 · Its own places in chains. */
  readonly chainPositions?: ChainPlaceListFilter | null | undefined;
  /** 优质企业认定 · The classes it is certified in. */
  readonly classes?: EnterpriseClassListFilter | null | undefined;
  /** 代码 · Its readable code, unique among its kind. */
  readonly code?: CodeFilter | null | undefined;
  /** 统一社会信用代码 · GB 32100, 18 characters. */
  readonly creditCode?: CodeFilter | null | undefined;
  /** 下游客户 · What it supplies to others. */
  readonly customers?: SupplyListFilter | null | undefined;
  /** 注册地 · Where it is registered. */
  readonly district?: RegionFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 数据项 · Its numbers, each with all who report it. */
  readonly figures?: FigureListFilter | null | undefined;
  /** 组织类型 · What kind of organisation it is. */
  readonly kind?: OrganisationKindFilter | null | undefined;
  /** 名称 · Its name in simplified Chinese. */
  readonly name?: TextFilter | null | undefined;
  /** 英文名 · A rendering in English, not official. */
  readonly nameEn?: TextFilter | null | undefined;
  /** 繁体名 · Its name in traditional script. */
  readonly nameHant?: TextFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: EnterpriseFilter | null | undefined;
  /** 观测值 · What sources report of it, by code. */
  readonly observations?: ObservationListFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<EnterpriseFilter> | null | undefined;
  /** 参与项目 · The projects it takes part in. */
  readonly participations?: ProjectParticipantListFilter | null | undefined;
  /** 参加活动 · The events that it took part in. */
  readonly promotionEvents?: PromotionEventListFilter | null | undefined;
  /** 陈述 · What sources state of it, and is no number. */
  readonly statements?: StatementListFilter | null | undefined;
  /** 上游配套 · What others supply to it. */
  readonly suppliers?: SupplyListFilter | null | undefined;
  /** 相关出访 · The trips that it organised, or that brought home a lead about it. */
  readonly trips?: PromotionTripListFilter | null | undefined;
};

/** 企业列表条件 · Matches lists of Enterprise. */
export type EnterpriseListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: EnterpriseFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: EnterpriseFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: EnterpriseFilter | null | undefined;
};

/** 参加者条件 · Matches each EventParticipant of which all that is given holds. */
export type EventParticipantFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<EventParticipantFilter> | null | undefined;
  /** 企业 · Only an enterprise, and such a one. */
  readonly enterprise?: EnterpriseFilter | null | undefined;
  /** 机构 · Only an institution, and such a one. */
  readonly institution?: InstitutionFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: EventParticipantFilter | null | undefined;
  /** 职务 · Only an office, and such a one. */
  readonly office?: OfficeFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<EventParticipantFilter> | null | undefined;
  /** 区域 · Only a region, and such a one. */
  readonly region?: RegionFilter | null | undefined;
};

/** 出处条件 · Matches each Evidence of which all that is given holds. */
export type EvidenceFilter = {
  /** 定位文字 · A few characters, as printed. */
  readonly anchor?: TextFilter | null | undefined;
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<EvidenceFilter> | null | undefined;
  /** 代码 · Its readable code. */
  readonly code?: CodeFilter | null | undefined;
  /** 来源文件 · The document. */
  readonly document?: SourceDocumentFilter | null | undefined;
  /** 行 · The line, from 1. */
  readonly line?: IntFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: EvidenceFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<EvidenceFilter> | null | undefined;
  /** 段落 · The paragraph, from 1. */
  readonly paragraph?: IntFilter | null | undefined;
  /** 出处位置 · What part of the document it is. */
  readonly role?: EvidenceRoleFilter | null | undefined;
};

/** 出处位置 · What part of a document a passage is. */
export type EvidenceRole =
  /** 正文 · The article itself. */
  | 'BODY'
  /** 相关阅读 · A teaser for another article: trusted less. */
  | 'RELATED_TEASER';

/** 出处位置条件 · Matches values of EvidenceRole. */
export type EvidenceRoleFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: EvidenceRole | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<EvidenceRole> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 数据项条件 · Matches each Figure of which all that is given holds. */
export type FigureFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<FigureFilter> | null | undefined;
  /** 项目批次 · Only of a batch, and such a one. */
  readonly batch?: ProjectBatchFilter | null | undefined;
  /** 产业链 · Only of a chain, and such a one. */
  readonly chain?: IndustryChainFilter | null | undefined;
  /** 代码 · Its readable code, as "project_batch/byd-supporting-landed/PROJECT_COUNT/ACTUAL/2023". */
  readonly code?: CodeFilter | null | undefined;
  /** 独立文件数 · How many documents tell it; twice in one is once. */
  readonly distinctDocuments?: IntFilter | null | undefined;
  /** 招商活动 · Only of an event, and such a one. */
  readonly event?: PromotionEventFilter | null | undefined;
  /** 观测性质 · Whether it is, or is meant to be. */
  readonly kind?: ObservationKindFilter | null | undefined;
  /** 首次见于 · The first day on which it was known. */
  readonly knownOn?: DateFilter | null | undefined;
  /** 指标 · What is counted or measured. */
  readonly metric?: MetricFilter | null | undefined;
  /** 登记主体 · Only of a named subject, and such a one. */
  readonly namedSubject?: NamedSubjectFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: FigureFilter | null | undefined;
  /** 观测值 · What sources report, by code. */
  readonly observations?: ObservationListFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<FigureFilter> | null | undefined;
  /** 组织 · Only of an organisation, and such a one. */
  readonly organisation?: OrganisationFilter | null | undefined;
  /** 时期 · The period that it is about. */
  readonly period?: TextFilter | null | undefined;
  /** 时期起 · The first day of that. */
  readonly periodFrom?: DateFilter | null | undefined;
  /** 时期止 · The last day of that. */
  readonly periodTo?: DateFilter | null | undefined;
  /** 项目 · Only of a project, and such a one. */
  readonly project?: ProjectFilter | null | undefined;
  /** 区域 · Only of a region, and such a one. */
  readonly region?: RegionFilter | null | undefined;
  /** 招商出访 · Only of a trip, and such a one. */
  readonly trip?: PromotionTripFilter | null | undefined;
};

/** 数据项列表条件 · Matches lists of Figure. */
export type FigureListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: FigureFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: FigureFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: FigureFilter | null | undefined;
};

/** 不可比原因 · Why two things must not be held against each other. */
export type IncomparableReason =
  /** 基数不同 · They are growths of different bases. */
  | 'BASE'
  /** 增长对绝对 · One is a growth, the other an amount. */
  | 'GROWTH_AGAINST_ABSOLUTE'
  /** 所指不同 · The numbers are equal, and what they are of is not the same. */
  | 'IDENTITY'
  /** 事项不同 · They count or measure different things. */
  | 'MEASURE'
  /** 性质不同 · One is, the other is meant or hoped to be. */
  | 'NATURE'
  /** 不可相加 · It is a rank, a percentage or the like. */
  | 'NOT_ADDITIVE'
  /** 范围不同 · They are of a region and of one within it. */
  | 'SCOPE'
  /** 快照不同 · One is a batch of a growing library, the other the whole of a year. */
  | 'SNAPSHOT_KIND'
  /** 单位不同 · They are told in different units. */
  | 'UNIT';

/** 产业链条件 · Matches each IndustryChain of which all that is given holds. */
export type IndustryChainFilter = {
  /** 链主 · The enterprise that the chain is built around. */
  readonly anchor?: OrganisationFilter | null | undefined;
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<IndustryChainFilter> | null | undefined;
  /** 相关批次 · The batches that sources count to it. */
  readonly batches?: ProjectBatchListFilter | null | undefined;
  /** 代码 · Its readable code, unique among its kind. */
  readonly code?: CodeFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 数据项 · Its numbers, each with all who report it. */
  readonly figures?: FigureListFilter | null | undefined;
  /** 缺口 · What it is said to lack. */
  readonly gaps?: ChainGapListFilter | null | undefined;
  /** 名称 · Its name in simplified Chinese. */
  readonly name?: TextFilter | null | undefined;
  /** 英文名 · A rendering in English, not official. */
  readonly nameEn?: TextFilter | null | undefined;
  /** 繁体名 · Its name in traditional script. */
  readonly nameHant?: TextFilter | null | undefined;
  /** 环节 · Its nodes, upstream first. */
  readonly nodes?: ChainNodeListFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: IndustryChainFilter | null | undefined;
  /** 观测值 · What sources report of it, by code. */
  readonly observations?: ObservationListFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<IndustryChainFilter> | null | undefined;
  /** 链上席位 · Who stands in it. */
  readonly places?: ChainPlaceListFilter | null | undefined;
  /** 区域 · The region whose chain it is. */
  readonly region?: RegionFilter | null | undefined;
  /** 陈述 · What sources state of it, and is no number. */
  readonly statements?: StatementListFilter | null | undefined;
  /** 供应商 · All its suppliers. */
  readonly suppliers?: SupplierListFilter | null | undefined;
};

/** 产业链列表条件 · Matches lists of IndustryChain. */
export type IndustryChainListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: IndustryChainFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: IndustryChainFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: IndustryChainFilter | null | undefined;
};

/** 机构条件 · Matches each Institution of which all that is given holds. */
export type InstitutionFilter = {
  /** 行政区划 · By the district or county that it lies in, a zone’s too where it is known. */
  readonly administrativeDistrict?: RegionFilter | null | undefined;
  /** 别名 · Other names that sources use. */
  readonly aliases?: TextListFilter | null | undefined;
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<InstitutionFilter> | null | undefined;
  /** 代码 · Its readable code, unique among its kind. */
  readonly code?: CodeFilter | null | undefined;
  /** 所在地 · Where it is. */
  readonly district?: RegionFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 数据项 · Its numbers, each with all who report it. */
  readonly figures?: FigureListFilter | null | undefined;
  /** 组织类型 · What kind of organisation it is. */
  readonly kind?: OrganisationKindFilter | null | undefined;
  /** 名称 · Its name in simplified Chinese. */
  readonly name?: TextFilter | null | undefined;
  /** 英文名 · A rendering in English, not official. */
  readonly nameEn?: TextFilter | null | undefined;
  /** 繁体名 · Its name in traditional script. */
  readonly nameHant?: TextFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: InstitutionFilter | null | undefined;
  /** 观测值 · What sources report of it, by code. */
  readonly observations?: ObservationListFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<InstitutionFilter> | null | undefined;
  /** 参与项目 · The projects it takes part in. */
  readonly participations?: ProjectParticipantListFilter | null | undefined;
  /** 参加活动 · The events that it took part in. */
  readonly promotionEvents?: PromotionEventListFilter | null | undefined;
  /** 陈述 · What sources state of it, and is no number. */
  readonly statements?: StatementListFilter | null | undefined;
  /** 相关出访 · The trips that it organised, or that brought home a lead about it. */
  readonly trips?: PromotionTripListFilter | null | undefined;
};

/** 整数条件 · Matches known whole numbers. */
export type IntFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: number | null | undefined;
  /** 大于 · More than this. */
  readonly gt?: number | null | undefined;
  /** 不小于 · This or more. */
  readonly gte?: number | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<number> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
  /** 小于 · Less than this. */
  readonly lt?: number | null | undefined;
  /** 不大于 · This or less. */
  readonly lte?: number | null | undefined;
};

/** 问题类型 · What an issue is about. */
export type IssueKind =
  /** 其他 · Something else. */
  | 'OTHER'
  /** 园区建设 · Parks. */
  | 'PARK'
  /** 政策配套 · Policies. */
  | 'POLICY'
  /** 人才引进 · Talent. */
  | 'TALENT';

/** 问题类型条件 · Matches values of IssueKind. */
export type IssueKindFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: IssueKind | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<IssueKind> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 招商线索条件 · Matches each Lead of which all that is given holds. */
export type LeadFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<LeadFilter> | null | undefined;
  /** 代码 · Its readable code. */
  readonly code?: CodeFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 名称 · What it is. */
  readonly name?: TextFilter | null | undefined;
  /** 英文名 · The same in English. */
  readonly nameEn?: TextFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: LeadFilter | null | undefined;
  /** 记录日期 · When it was noted. */
  readonly notedOn?: DatedFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<LeadFilter> | null | undefined;
  /** 组织 · The organisation it is about. */
  readonly organisation?: OrganisationFilter | null | undefined;
  /** 项目 · The project that it became. */
  readonly project?: ProjectFilter | null | undefined;
  /** 招商出访 · The trip that brought it. */
  readonly trip?: PromotionTripFilter | null | undefined;
};

/** 招商线索列表条件 · Matches lists of Lead. */
export type LeadListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: LeadFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: LeadFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: LeadFilter | null | undefined;
};

/** 未计入原因 · Why a figure is not in a sum. */
export type LeftOutReason =
  /** 已含于上级 · It is counted in another one of the sum. */
  | 'NESTED'
  /** 无定值 · It has no value, or a disputed one. */
  | 'NO_VALUE';

/** 指标条件 · Matches each Metric of which all that is given holds. */
export type MetricFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<MetricFilter> | null | undefined;
  /** 代码 · Its readable code, as "PROJECT_COUNT". */
  readonly code?: CodeFilter | null | undefined;
  /** 可比组 · Metrics of one group measure one thing, if in different forms. */
  readonly comparableGroup?: CodeFilter | null | undefined;
  /** 口径 · What exactly is counted, and what is not told of it. */
  readonly definition?: TextFilter | null | undefined;
  /** 英文口径 · The same in English. */
  readonly definitionEn?: TextFilter | null | undefined;
  /** 可加 · Whether its numbers may be added up; a rank or a percentage never is. */
  readonly isAdditive?: BooleanFilter | null | undefined;
  /** 增长率 · Whether it is a growth against a base, and so no amount. */
  readonly isGrowth?: BooleanFilter | null | undefined;
  /** 名称 · What it is called. */
  readonly name?: TextFilter | null | undefined;
  /** 英文名 · The same in English. */
  readonly nameEn?: TextFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: MetricFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<MetricFilter> | null | undefined;
  /** 本属计划 · Whether its numbers are plans by nature, as 总投资 is: then a plan and an actual of it say the same. */
  readonly plannedByNature?: BooleanFilter | null | undefined;
  /** 计量单位 · The unit of all of its numbers. */
  readonly unit?: UnitFilter | null | undefined;
};

/** 登记主体条件 · Matches each NamedSubject of which all that is given holds. */
export type NamedSubjectFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<NamedSubjectFilter> | null | undefined;
  /** 代码 · Its readable code, unique among its kind. */
  readonly code?: CodeFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 数据项 · Its numbers, each with all who report it. */
  readonly figures?: FigureListFilter | null | undefined;
  /** 主体类型 · What kind of subject it is. */
  readonly kind?: NamedSubjectKindFilter | null | undefined;
  /** 名称 · Its name in simplified Chinese. */
  readonly name?: TextFilter | null | undefined;
  /** 英文名 · A rendering in English, not official. */
  readonly nameEn?: TextFilter | null | undefined;
  /** 繁体名 · Its name in traditional script. */
  readonly nameHant?: TextFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: NamedSubjectFilter | null | undefined;
  /** 观测值 · What sources report of it, by code. */
  readonly observations?: ObservationListFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<NamedSubjectFilter> | null | undefined;
  /** 上级主体 · The subject that it is a part of. */
  readonly parent?: NamedSubjectFilter | null | undefined;
  /** 组成部分 · The subjects that are parts of it. */
  readonly parts?: NamedSubjectListFilter | null | undefined;
  /** 区域 · The region that it is of. */
  readonly region?: RegionFilter | null | undefined;
  /** 陈述 · What sources state of it, and is no number. */
  readonly statements?: StatementListFilter | null | undefined;
};

/** 主体类型 · What kind of subject it is. */
export type NamedSubjectKind =
  /** 园区 · A park or a trial area that is no region of its own. */
  | 'AREA'
  /** 展会 · An exhibition, or several. */
  | 'EXHIBITION'
  /** 产业 · An industry, or a classification of industries. */
  | 'INDUSTRY'
  /** 机制 · A way of working that has a name. */
  | 'MECHANISM'
  /** 里程碑 · Something that happened once: an export, an approval. */
  | 'MILESTONE'
  /** 行动政策 · A campaign, a plan or a policy. */
  | 'PROGRAMME'
  /** 项目组 · Projects that are spoken of together, and not counted. */
  | 'PROJECT_GROUP'
  /** 目标组 · Targets that were set together. */
  | 'TARGET';

/** 主体类型条件 · Matches values of NamedSubjectKind. */
export type NamedSubjectKindFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: NamedSubjectKind | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<NamedSubjectKind> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 登记主体列表条件 · Matches lists of NamedSubject. */
export type NamedSubjectListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: NamedSubjectFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: NamedSubjectFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: NamedSubjectFilter | null | undefined;
};

/** 观测值条件 · Matches each Observation of which all that is given holds. */
export type ObservationFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<ObservationFilter> | null | undefined;
  /** 截至 · When it was so. */
  readonly asOf?: DatedFilter | null | undefined;
  /** 代码 · Its readable code. */
  readonly code?: CodeFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 观测性质 · Whether it is, or is meant to be. */
  readonly kind?: ObservationKindFilter | null | undefined;
  /** 指标 · What is counted or measured. */
  readonly metric?: MetricFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: ObservationFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<ObservationFilter> | null | undefined;
  /** 时期 · The period that it is about. */
  readonly period?: TextFilter | null | undefined;
  /** 时期起 · The first day of that. */
  readonly periodFrom?: DateFilter | null | undefined;
  /** 时期止 · The last day of that. */
  readonly periodTo?: DateFilter | null | undefined;
  /** 数量 · The number. */
  readonly quantity?: QuantityFilter | null | undefined;
};

/** 观测性质 · Whether a number is, or is meant to be. */
export type ObservationKind =
  /** 实绩 · What is. */
  | 'ACTUAL'
  /** 愿景 · What is dreamt of. */
  | 'ASPIRATION'
  /** 表述 · What is claimed. */
  | 'CLAIM'
  /** 预计 · What is expected. */
  | 'FORECAST'
  /** 计划 · What is planned. */
  | 'PLAN'
  /** 目标 · What is aimed at. */
  | 'TARGET';

/** 观测性质条件 · Matches values of ObservationKind. */
export type ObservationKindFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: ObservationKind | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<ObservationKind> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 观测值列表条件 · Matches lists of Observation. */
export type ObservationListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: ObservationFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: ObservationFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: ObservationFilter | null | undefined;
};

/** 职务条件 · Matches each Office of which all that is given holds. */
export type OfficeFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<OfficeFilter> | null | undefined;
  /** 代码 · Its readable code. */
  readonly code?: CodeFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 行政层级 · Its level of government. */
  readonly level?: AdminLevelFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: OfficeFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<OfficeFilter> | null | undefined;
  /** 组织 · The organisation it is in. */
  readonly organisation?: OrganisationFilter | null | undefined;
  /** 区域 · The region it is of. */
  readonly region?: RegionFilter | null | undefined;
  /** 职务名称 · Its title. */
  readonly title?: TextFilter | null | undefined;
  /** 英文名称 · The title in English. */
  readonly titleEn?: TextFilter | null | undefined;
};

/** 组织条件 · Matches each Organisation of which all that is given holds. */
export type OrganisationFilter = {
  /** 行政区划 · By the district or county that it lies in, a zone’s too where it is known. */
  readonly administrativeDistrict?: RegionFilter | null | undefined;
  /** 别名 · Other names that sources use. */
  readonly aliases?: TextListFilter | null | undefined;
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<OrganisationFilter> | null | undefined;
  /** 代码 · Its readable code, unique among its kind. */
  readonly code?: CodeFilter | null | undefined;
  /** 所在地 · By where it is registered, or is. */
  readonly district?: RegionFilter | null | undefined;
  /** 企业 · Only an enterprise, and such a one. */
  readonly enterprise?: EnterpriseFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 数据项 · Its numbers, each with all who report it. */
  readonly figures?: FigureListFilter | null | undefined;
  /** 机构 · Only an institution, and such a one. */
  readonly institution?: InstitutionFilter | null | undefined;
  /** 组织类型 · What kind of organisation it is. */
  readonly kind?: OrganisationKindFilter | null | undefined;
  /** 名称 · Its name in simplified Chinese. */
  readonly name?: TextFilter | null | undefined;
  /** 英文名 · A rendering in English, not official. */
  readonly nameEn?: TextFilter | null | undefined;
  /** 繁体名 · Its name in traditional script. */
  readonly nameHant?: TextFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: OrganisationFilter | null | undefined;
  /** 观测值 · What sources report of it, by code. */
  readonly observations?: ObservationListFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<OrganisationFilter> | null | undefined;
  /** 参与项目 · The projects it takes part in. */
  readonly participations?: ProjectParticipantListFilter | null | undefined;
  /** 参加活动 · The events that it took part in. */
  readonly promotionEvents?: PromotionEventListFilter | null | undefined;
  /** 陈述 · What sources state of it, and is no number. */
  readonly statements?: StatementListFilter | null | undefined;
  /** 相关出访 · The trips that it organised, or that brought home a lead about it. */
  readonly trips?: PromotionTripListFilter | null | undefined;
};

/** 组织类型 · What kind of organisation it is. */
export type OrganisationKind =
  /** 部门 · A department of a government. */
  | 'BUREAU'
  /** 企业 · An enterprise. */
  | 'ENTERPRISE'
  /** 金融机构 · A financial institution. */
  | 'FINANCIAL'
  /** 医院 · A hospital. */
  | 'HOSPITAL'
  /** 平台公司 · A company through which a government finances projects. */
  | 'PLATFORM_COMPANY'
  /** 科研院所 · A research institute. */
  | 'RESEARCH_INSTITUTE'
  /** 高校 · A university. */
  | 'UNIVERSITY'
  /** 管委会 · The committee that runs a zone. */
  | 'ZONE_COMMITTEE';

/** 组织类型条件 · Matches values of OrganisationKind. */
export type OrganisationKindFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: OrganisationKind | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<OrganisationKind> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 参与角色 · What part an organisation has. */
export type ParticipantRole =
  /** 业主 · The owner. */
  | 'OWNER'
  /** 母公司 · The owner's parent, where a source says so. */
  | 'PARENT'
  /** 合作方 · A partner. */
  | 'PARTNER'
  /** 供应商 · A supplier. */
  | 'SUPPLIER';

/** 参与角色条件 · Matches values of ParticipantRole. */
export type ParticipantRoleFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: ParticipantRole | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<ParticipantRole> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 参加角色 · What part a party has in an event. */
export type PartyRole =
  /** 签约方 · The other side of an agreement. */
  | 'COUNTERPARTY'
  /** 嘉宾 · A guest. */
  | 'GUEST'
  /** 主办 · The host. */
  | 'HOST'
  /** 承办 · The organiser. */
  | 'ORGANISER';

/** 参加角色条件 · Matches values of PartyRole. */
export type PartyRoleFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: PartyRole | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<PartyRole> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 地点条件 · Matches each Place of which all that is given holds. */
export type PlaceFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<PlaceFilter> | null | undefined;
  /** 代码 · Its readable code, unique among its kind. */
  readonly code?: CodeFilter | null | undefined;
  /** 国家地区代码 · ISO 3166-1, two letters. */
  readonly countryCode?: CodeFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 地点类型 · What kind of place it is. */
  readonly kind?: PlaceKindFilter | null | undefined;
  /** 名称 · Its name in simplified Chinese. */
  readonly name?: TextFilter | null | undefined;
  /** 英文名 · A rendering in English, not official. */
  readonly nameEn?: TextFilter | null | undefined;
  /** 繁体名 · Its name in traditional script. */
  readonly nameHant?: TextFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: PlaceFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<PlaceFilter> | null | undefined;
};

/** 地点类型 · What kind of place it is. */
export type PlaceKind =
  /** 城市 · A city. */
  | 'CITY'
  /** 国家 · A country. */
  | 'COUNTRY'
  /** 场所 · A building or a site. */
  | 'SITE'
  /** 特别行政区 · Outside the border (境外), and no foreign country. */
  | 'SPECIAL_ADMINISTRATIVE_REGION';

/** 地点类型条件 · Matches values of PlaceKind. */
export type PlaceKindFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: PlaceKind | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<PlaceKind> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 地点列表条件 · Matches lists of Place. */
export type PlaceListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: PlaceFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: PlaceFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: PlaceFilter | null | undefined;
};

/** 采购模式 · How a project is procured. */
export type ProcurementModel =
  /** 政府和社会资本合作 · Public-private partnership. */
  | 'PPP';

/** 采购模式条件 · Matches values of ProcurementModel. */
export type ProcurementModelFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: ProcurementModel | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<ProcurementModel> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 项目批次条件 · Matches each ProjectBatch of which all that is given holds. */
export type ProjectBatchFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<ProjectBatchFilter> | null | undefined;
  /** 下级批次 · The batches counted in it. */
  readonly children?: ProjectBatchListFilter | null | undefined;
  /** 代码 · Its readable code, unique among its kind. */
  readonly code?: CodeFilter | null | undefined;
  /** 所属活动 · The event that it was signed, started or promoted at. */
  readonly event?: PromotionEventFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 数据项 · Its numbers, each with all who report it. */
  readonly figures?: FigureListFilter | null | undefined;
  /** 日期 · When it was held. */
  readonly heldOn?: DatedFilter | null | undefined;
  /** 批次类型 · What it was counted for. */
  readonly kind?: BatchKindFilter | null | undefined;
  /** 地点原文 · Where it is said to be, when no region is named. */
  readonly locationText?: TextFilter | null | undefined;
  /** 批次成员 · Its projects that are known. */
  readonly members?: ProjectBatchMemberListFilter | null | undefined;
  /** 成员齐全 · Whether all its projects are known. */
  readonly membersComplete?: BooleanFilter | null | undefined;
  /** 名称 · Its name in simplified Chinese. */
  readonly name?: TextFilter | null | undefined;
  /** 英文名 · A rendering in English, not official. */
  readonly nameEn?: TextFilter | null | undefined;
  /** 繁体名 · Its name in traditional script. */
  readonly nameHant?: TextFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: ProjectBatchFilter | null | undefined;
  /** 观测值 · What sources report of it, by code. */
  readonly observations?: ObservationListFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<ProjectBatchFilter> | null | undefined;
  /** 上级批次 · The batch that it is counted in: never add the two. */
  readonly parent?: ProjectBatchFilter | null | undefined;
  /** 区域 · The region it is of. */
  readonly region?: RegionFilter | null | undefined;
  /** 批次领域 · The sectors it is said to cover, in order. */
  readonly sectors?: BatchSectorListFilter | null | undefined;
  /** 批次领域齐全 · Whether the source lists all of them. */
  readonly sectorsComplete?: BooleanFilter | null | undefined;
  /** 陈述 · What sources state of it, and is no number. */
  readonly statements?: StatementListFilter | null | undefined;
};

/** 项目批次列表条件 · Matches lists of ProjectBatch. */
export type ProjectBatchListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: ProjectBatchFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: ProjectBatchFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: ProjectBatchFilter | null | undefined;
};

/** 批次成员条件 · Matches each ProjectBatchMember of which all that is given holds. */
export type ProjectBatchMemberFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<ProjectBatchMemberFilter> | null | undefined;
  /** 批次 · The batch. */
  readonly batch?: ProjectBatchFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: ProjectBatchMemberFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<ProjectBatchMemberFilter> | null | undefined;
  /** 项目 · The project. */
  readonly project?: ProjectFilter | null | undefined;
  /** 批次角色 · What became of it there. */
  readonly role?: BatchRoleFilter | null | undefined;
};

/** 批次成员列表条件 · Matches lists of ProjectBatchMember. */
export type ProjectBatchMemberListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: ProjectBatchMemberFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: ProjectBatchMemberFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: ProjectBatchMemberFilter | null | undefined;
};

/** 项目类别 · What a project is for. */
export type ProjectClass =
  /** 产业类 · Industry. */
  | 'INDUSTRIAL'
  /** 基础设施 · Infrastructure. */
  | 'INFRASTRUCTURE'
  /** 民生保障 · The people's livelihood. */
  | 'LIVELIHOOD';

/** 项目类别条件 · Matches values of ProjectClass. */
export type ProjectClassFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: ProjectClass | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<ProjectClass> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 项目维度 · By what projects can be counted. */
export type ProjectDimension =
  /** 按项目类别 · By what they are for. */
  | 'CLASS'
  /** 按区县 · By district, in the order of codes. */
  | 'DISTRICT'
  /** 按领域 · By domain, in the order of its code. */
  | 'DOMAIN'
  /** 按项目层级 · By whose key projects they are. */
  | 'LEVEL'
  /** 按采购模式 · By how they are procured. */
  | 'PROCUREMENT'
  /** 按项目阶段 · By stage, from planning to service. */
  | 'STAGE'
  /** 按开工年份 · By the year in which they started, where it is known. */
  | 'START_YEAR';

/** 项目条件 · Matches each Project of which all that is given holds. */
export type ProjectFilter = {
  /** 行政区划 · By the district or county that it lies in, a zone’s too where it is known. */
  readonly administrativeDistrict?: RegionFilter | null | undefined;
  /** 别名 · Other names that sources use. */
  readonly aliases?: TextListFilter | null | undefined;
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<ProjectFilter> | null | undefined;
  /** 年度计划投资 · This year's plan, 亿元. */
  readonly annualPlan?: DecimalFilter | null | undefined;
  /** 所在批次 · The batches it is counted in. */
  readonly batches?: ProjectBatchMemberListFilter | null | undefined;
  /** 链上席位 · Its places in chains. */
  readonly chainPositions?: ChainPlaceListFilter | null | undefined;
  /** 项目类别 · What it is for. */
  readonly class?: ProjectClassFilter | null | undefined;
  /** 代码 · Its readable code, unique among its kind. */
  readonly code?: CodeFilter | null | undefined;
  /** 所在区县 · The reporting unit it lies in. */
  readonly district?: RegionFilter | null | undefined;
  /** 领域 · Its domain, by a code of an open list: sources speak of ten and list them nowhere. */
  readonly domain?: CodeFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 数据项 · Its numbers, each with all who report it. */
  readonly figures?: FigureListFilter | null | undefined;
  /** 来源线索 · The leads that became this project. */
  readonly leads?: LeadListFilter | null | undefined;
  /** 项目层级 · Whose key project it is. */
  readonly level?: ProjectLevelFilter | null | undefined;
  /** 名称 · Its name in simplified Chinese. */
  readonly name?: TextFilter | null | undefined;
  /** 英文名 · A rendering in English, not official. */
  readonly nameEn?: TextFilter | null | undefined;
  /** 繁体名 · Its name in traditional script. */
  readonly nameHant?: TextFilter | null | undefined;
  /** 后期项目 · The phase after it. */
  readonly nextPhase?: ProjectFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: ProjectFilter | null | undefined;
  /** 观测值 · What sources report of it, by code. */
  readonly observations?: ObservationListFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<ProjectFilter> | null | undefined;
  /** 参与方 · Who takes part. */
  readonly participants?: ProjectParticipantListFilter | null | undefined;
  /** 期 · Its phase, from 1 (一期, 二期). */
  readonly phase?: IntFilter | null | undefined;
  /** 前期项目 · The phase before it. */
  readonly predecessor?: ProjectFilter | null | undefined;
  /** 采购模式 · How it is procured. */
  readonly procurement?: ProcurementModelFilter | null | undefined;
  /** 项目所在地 · The most exact region known. */
  readonly site?: RegionFilter | null | undefined;
  /** 项目阶段 · The latest stage known. */
  readonly stage?: ProjectStageFilter | null | undefined;
  /** 阶段沿革 · What sources said of it, oldest first. */
  readonly stageHistory?: ProjectStageRecordListFilter | null | undefined;
  /** 开工日期 · When it started. */
  readonly startedOn?: DatedFilter | null | undefined;
  /** 陈述 · What sources state of it, and is no number. */
  readonly statements?: StatementListFilter | null | undefined;
  /** 总投资 · Total investment, 亿元. */
  readonly totalInvestment?: DecimalFilter | null | undefined;
  /** 总投资限定 · How exactly that is said. */
  readonly totalInvestmentQualifier?: QualifierFilter | null | undefined;
};

/** 项目层级 · Whose key project it is. */
export type ProjectLevel =
  /** 区级 · The district's. */
  | 'DISTRICT'
  /** 市级 · The city's. */
  | 'MUNICIPAL'
  /** 省级 · The province's. */
  | 'PROVINCIAL';

/** 项目层级条件 · Matches values of ProjectLevel. */
export type ProjectLevelFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: ProjectLevel | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<ProjectLevel> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 项目列表条件 · Matches lists of Project. */
export type ProjectListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: ProjectFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: ProjectFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: ProjectFilter | null | undefined;
};

/** 项目排序 · How projects are ordered. */
export type ProjectOrder =
  /** 按代码 · By code. */
  | 'CODE'
  /** 按代码倒序 · By code, the last first. */
  | 'CODE_DESC'
  /** 按名称 · By name, in the order of pinyin. */
  | 'NAME'
  /** 按名称倒序 · By name, against the order of pinyin. */
  | 'NAME_DESC'
  /** 按开工日期从早到晚 · By the start of construction, earliest first, unknown last. */
  | 'STARTED_ON'
  /** 按开工日期从晚到早 · By the start of construction, latest first, unknown last. */
  | 'STARTED_ON_DESC'
  /** 按总投资从小到大 · By total investment, smallest first, unknown last. */
  | 'TOTAL_INVESTMENT'
  /** 按总投资从大到小 · By total investment, largest first, unknown last. */
  | 'TOTAL_INVESTMENT_DESC';

/** 参与方条件 · Matches each ProjectParticipant of which all that is given holds. */
export type ProjectParticipantFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<ProjectParticipantFilter> | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: ProjectParticipantFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<ProjectParticipantFilter> | null | undefined;
  /** 组织 · The organisation. */
  readonly organisation?: OrganisationFilter | null | undefined;
  /** 项目 · The project. */
  readonly project?: ProjectFilter | null | undefined;
  /** 参与角色 · Its part. */
  readonly role?: ParticipantRoleFilter | null | undefined;
};

/** 参与方列表条件 · Matches lists of ProjectParticipant. */
export type ProjectParticipantListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: ProjectParticipantFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: ProjectParticipantFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: ProjectParticipantFilter | null | undefined;
};

/** 项目阶段 · The five stages of a project's life. */
export type ProjectStage =
  /** 建成达效 · Complete and in effect; 2023 said 投产. */
  | 'COMPLETION_EFFECT'
  /** 建设 · Construction. */
  | 'CONSTRUCTION'
  /** 落地 · Landing; 2023 said 招引. */
  | 'LANDING'
  /** 谋划 · Planning. */
  | 'PLANNING'
  /** 服务 · In service. */
  | 'SERVICE';

/** 项目阶段条件 · Matches values of ProjectStage. */
export type ProjectStageFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: ProjectStage | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<ProjectStage> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 项目阶段记录条件 · Matches each ProjectStageRecord of which all that is given holds. */
export type ProjectStageRecordFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<ProjectStageRecordFilter> | null | undefined;
  /** 截至 · When it was so. */
  readonly asOf?: DatedFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: ProjectStageRecordFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<ProjectStageRecordFilter> | null | undefined;
  /** 原因 · Why it went back to an earlier stage, where it did. */
  readonly reason?: TextFilter | null | undefined;
  /** 项目阶段 · The stage it implies. */
  readonly stage?: ProjectStageFilter | null | undefined;
  /** 项目状态 · What was said. */
  readonly status?: ProjectStatusFilter | null | undefined;
};

/** 项目阶段记录列表条件 · Matches lists of ProjectStageRecord. */
export type ProjectStageRecordListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: ProjectStageRecordFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: ProjectStageRecordFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: ProjectStageRecordFilter | null | undefined;
};

/** 项目状态 · What a source says of a project. */
export type ProjectStatus =
  /** 加快推进 · Advancing fast. */
  | 'ADVANCING'
  /** 下线 · Its first product is made. */
  | 'FIRST_PRODUCT'
  /** 投产 · In production. */
  | 'IN_PRODUCTION'
  /** 服务中 · In service. */
  | 'IN_SERVICE'
  /** 落地 · Landed. */
  | 'LANDED'
  /** 通线 · Its line is commissioned. */
  | 'LINE_COMMISSIONED'
  /** 贯通 · Open from end to end. */
  | 'OPEN'
  /** 策划 · Being planned. */
  | 'PLANNED'
  /** 签约 · Signed. */
  | 'SIGNED'
  /** 开工 · Started. */
  | 'STARTED'
  /** 施工 · Under construction. */
  | 'UNDER_CONSTRUCTION';

/** 项目状态条件 · Matches values of ProjectStatus. */
export type ProjectStatusFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: ProjectStatus | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<ProjectStatus> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 招商活动条件 · Matches each PromotionEvent of which all that is given holds. */
export type PromotionEventFilter = {
  /** 合作领域 · What was agreed on. */
  readonly agreementAreas?: PromotionEventTopicListFilter | null | undefined;
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<PromotionEventFilter> | null | undefined;
  /** 项目批次 · The batches signed, started or promoted there. */
  readonly batches?: ProjectBatchListFilter | null | undefined;
  /** 下级活动 · The events that were parts of it. */
  readonly children?: PromotionEventListFilter | null | undefined;
  /** 代码 · Its readable code, unique among its kind. */
  readonly code?: CodeFilter | null | undefined;
  /** 届次 · The edition, from 1. */
  readonly edition?: IntFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 数据项 · Its numbers, each with all who report it. */
  readonly figures?: FigureListFilter | null | undefined;
  /** 嘉宾 · Guests and counterparties, as named. */
  readonly guests?: PromotionEventPartyListFilter | null | undefined;
  /** 日期 · When it was held. */
  readonly heldOn?: DatedFilter | null | undefined;
  /** 主办方 · Hosts and organisers. */
  readonly hosts?: PromotionEventPartyListFilter | null | undefined;
  /** 问题 · What issues were raised. */
  readonly issues?: PromotionEventTopicListFilter | null | undefined;
  /** 活动类型 · What it is; it may be several things. */
  readonly kinds?: PromotionEventKindListFilter | null | undefined;
  /** 名称 · Its name in simplified Chinese. */
  readonly name?: TextFilter | null | undefined;
  /** 英文名 · A rendering in English, not official. */
  readonly nameEn?: TextFilter | null | undefined;
  /** 繁体名 · Its name in traditional script. */
  readonly nameHant?: TextFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: PromotionEventFilter | null | undefined;
  /** 观测值 · What sources report of it, by code. */
  readonly observations?: ObservationListFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<PromotionEventFilter> | null | undefined;
  /** 上级活动 · The event that it was a part of. */
  readonly parent?: PromotionEventFilter | null | undefined;
  /** 参加方齐全 · Whether all parties are named. */
  readonly partiesComplete?: BooleanFilter | null | undefined;
  /** 区域 · The region that held it. */
  readonly region?: RegionFilter | null | undefined;
  /** 陈述 · What sources state of it, and is no number. */
  readonly statements?: StatementListFilter | null | undefined;
  /** 主题 · Its theme. */
  readonly theme?: TextFilter | null | undefined;
  /** 议题 · What was talked about. */
  readonly topics?: PromotionEventTopicListFilter | null | undefined;
  /** 议题齐全 · Whether all topics, areas and issues are told. */
  readonly topicsComplete?: BooleanFilter | null | undefined;
  /** 招商出访 · The trips that departed there. */
  readonly trips?: PromotionTripListFilter | null | undefined;
  /** 举办地 · Its venue. */
  readonly venue?: TextFilter | null | undefined;
};

/** 活动类型 · What kind of event it is. */
export type PromotionEventKind =
  /** 协议签署 · An agreement. */
  | 'AGREEMENT'
  /** 会议 · A conference. */
  | 'CONFERENCE'
  /** 出访 · A departure on trips. */
  | 'DEPARTURE'
  /** 观摩 · An observation on site. */
  | 'OBSERVATION'
  /** 推介 · A promotion. */
  | 'PROMOTION'
  /** 圆桌 · A roundtable. */
  | 'ROUNDTABLE'
  /** 签约 · A signing. */
  | 'SIGNING'
  /** 开工 · A start of construction. */
  | 'START'
  /** 来访 · A visit to the city. */
  | 'VISIT';

/** 活动类型条件 · Matches values of PromotionEventKind. */
export type PromotionEventKindFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: PromotionEventKind | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<PromotionEventKind> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 活动类型列表条件 · Matches lists of PromotionEventKind. */
export type PromotionEventKindListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: PromotionEventKindFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: PromotionEventKindFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: PromotionEventKindFilter | null | undefined;
};

/** 招商活动列表条件 · Matches lists of PromotionEvent. */
export type PromotionEventListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: PromotionEventFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: PromotionEventFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: PromotionEventFilter | null | undefined;
};

/** 参加方条件 · Matches each PromotionEventParty of which all that is given holds. */
export type PromotionEventPartyFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<PromotionEventPartyFilter> | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: PromotionEventPartyFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<PromotionEventPartyFilter> | null | undefined;
  /** 参加者 · Who. */
  readonly participant?: EventParticipantFilter | null | undefined;
  /** 参加角色 · As what. */
  readonly role?: PartyRoleFilter | null | undefined;
};

/** 参加方列表条件 · Matches lists of PromotionEventParty. */
export type PromotionEventPartyListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: PromotionEventPartyFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: PromotionEventPartyFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: PromotionEventPartyFilter | null | undefined;
};

/** 议题条件 · Matches each PromotionEventTopic of which all that is given holds. */
export type PromotionEventTopicFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<PromotionEventTopicFilter> | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 问题类型 · Of an issue: what it is about. */
  readonly issueKind?: IssueKindFilter | null | undefined;
  /** 名称 · What it was. */
  readonly name?: TextFilter | null | undefined;
  /** 英文名 · The same in English. */
  readonly nameEn?: TextFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: PromotionEventTopicFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<PromotionEventTopicFilter> | null | undefined;
};

/** 议题列表条件 · Matches lists of PromotionEventTopic. */
export type PromotionEventTopicListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: PromotionEventTopicFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: PromotionEventTopicFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: PromotionEventTopicFilter | null | undefined;
};

/** 招商出访条件 · Matches each PromotionTrip of which all that is given holds. */
export type PromotionTripFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<PromotionTripFilter> | null | undefined;
  /** 代码 · Its readable code, unique among its kind. */
  readonly code?: CodeFilter | null | undefined;
  /** 出发日期 · When it departed. */
  readonly departedOn?: DatedFilter | null | undefined;
  /** 目的地 · The places it went to, as named. */
  readonly destinations?: PlaceListFilter | null | undefined;
  /** 目的地齐全 · Whether all destinations are named. */
  readonly destinationsComplete?: BooleanFilter | null | undefined;
  /** 所属活动 · The departure it was a part of. */
  readonly event?: PromotionEventFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 数据项 · Its numbers, each with all who report it. */
  readonly figures?: FigureListFilter | null | undefined;
  /** 出访类型 · Where it goes. */
  readonly kind?: TripKindFilter | null | undefined;
  /** 招商线索 · The leads that it brought home. */
  readonly leads?: LeadListFilter | null | undefined;
  /** 名称 · Its name in simplified Chinese. */
  readonly name?: TextFilter | null | undefined;
  /** 英文名 · A rendering in English, not official. */
  readonly nameEn?: TextFilter | null | undefined;
  /** 繁体名 · Its name in traditional script. */
  readonly nameHant?: TextFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: PromotionTripFilter | null | undefined;
  /** 观测值 · What sources report of it, by code. */
  readonly observations?: ObservationListFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<PromotionTripFilter> | null | undefined;
  /** 组织单位 · Who organised it. */
  readonly organiser?: OrganisationFilter | null | undefined;
  /** 配对已知 · Whether it is known who went where: only if there is one unit, or one destination, and no more. */
  readonly pairingKnown?: BooleanFilter | null | undefined;
  /** 陈述 · What sources state of it, and is no number. */
  readonly statements?: StatementListFilter | null | undefined;
  /** 出访单位 · The units that went, by code. */
  readonly units?: RegionListFilter | null | undefined;
  /** 出访单位齐全 · Whether all units are named. */
  readonly unitsComplete?: BooleanFilter | null | undefined;
};

/** 招商出访列表条件 · Matches lists of PromotionTrip. */
export type PromotionTripListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: PromotionTripFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: PromotionTripFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: PromotionTripFilter | null | undefined;
};

/** 限定 · How exactly a number is said. */
export type Qualifier =
  /** 约 · About this. */
  | 'APPROX'
  /** 恰为 · Exactly this. */
  | 'EXACT'
  /** 超过 · More than this. */
  | 'GT'
  /** 以上 · This or more. */
  | 'GTE'
  /** 不足 · Less than this. */
  | 'LT'
  /** 以内 · This or less. */
  | 'LTE'
  /** 量级 · Only the order of magnitude is said. */
  | 'ORDER_OF_MAGNITUDE';

/** 限定条件 · Matches values of Qualifier. */
export type QualifierFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: Qualifier | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<Qualifier> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 数量条件 · Matches each Quantity of which all that is given holds. */
export type QuantityFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<QuantityFilter> | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: QuantityFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<QuantityFilter> | null | undefined;
  /** 限定 · How exactly it is said. */
  readonly qualifier?: QualifierFilter | null | undefined;
  /** 计量单位 · What it counts. */
  readonly unit?: UnitFilter | null | undefined;
  /** 数值 · The number. */
  readonly value?: DecimalFilter | null | undefined;
};

/** 区域别名条件 · Matches each RegionAlias of which all that is given holds. */
export type RegionAliasFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<RegionAliasFilter> | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: RegionAliasFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<RegionAliasFilter> | null | undefined;
  /** 别名类型 · What kind of alias it is. */
  readonly scheme?: RegionAliasSchemeFilter | null | undefined;
  /** 启用 · The first day it was valid. */
  readonly validFrom?: DateFilter | null | undefined;
  /** 停用 · The last day it was valid. */
  readonly validTo?: DateFilter | null | undefined;
  /** 值 · The name or code. */
  readonly value?: TextFilter | null | undefined;
};

/** 区域别名列表条件 · Matches lists of RegionAlias. */
export type RegionAliasListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: RegionAliasFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: RegionAliasFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: RegionAliasFilter | null | undefined;
};

/** 别名类型 · What kind of alias it is. */
export type RegionAliasScheme =
  /** 旧代码 · A division code that has lapsed. */
  | 'GB_T_2260_OLD'
  /** 名称 · Another name. */
  | 'NAME'
  /** 统计代码 · A code of the statistics offices, which is no division code. */
  | 'STATISTICAL';

/** 别名类型条件 · Matches values of RegionAliasScheme. */
export type RegionAliasSchemeFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: RegionAliasScheme | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<RegionAliasScheme> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 区域条件 · Matches each Region of which all that is given holds. */
export type RegionFilter = {
  /** 区域别名 · Other names and older codes. */
  readonly aliases?: RegionAliasListFilter | null | undefined;
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<RegionFilter> | null | undefined;
  /** 区内批次 · The batches of this region. */
  readonly batches?: ProjectBatchListFilter | null | undefined;
  /** 区域产业链 · The chains of this region. */
  readonly chains?: IndustryChainListFilter | null | undefined;
  /** 代码 · Its readable code, unique among its kind. */
  readonly code?: CodeFilter | null | undefined;
  /** 区内企业 · The enterprises registered here, of the city all; no register tells a sub-zone, so it has none. */
  readonly enterprises?: EnterpriseListFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 数据项 · Its numbers, each with all who report it. */
  readonly figures?: FigureListFilter | null | undefined;
  /** 行政区划代码 · GB/T 2260; zones have none. */
  readonly gbCode?: CodeFilter | null | undefined;
  /** 区域类型 · What kind of region it is. */
  readonly kind?: RegionKindFilter | null | undefined;
  /** 名称 · Its name in simplified Chinese. */
  readonly name?: TextFilter | null | undefined;
  /** 英文名 · A rendering in English, not official. */
  readonly nameEn?: TextFilter | null | undefined;
  /** 繁体名 · Its name in traditional script. */
  readonly nameHant?: TextFilter | null | undefined;
  /** 登记主体 · The policies, mechanisms and industries of this region. */
  readonly namedSubjects?: NamedSubjectListFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: RegionFilter | null | undefined;
  /** 观测值 · What sources report of it, by code. */
  readonly observations?: ObservationListFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<RegionFilter> | null | undefined;
  /** 交叠 · The districts a zone lies in, or the zones that lie in a district. */
  readonly overlaps?: RegionOverlapListFilter | null | undefined;
  /** 上级区域 · What it is a part of. */
  readonly parent?: RegionFilter | null | undefined;
  /** 区内项目 · The projects that lie here; of the city all. */
  readonly projects?: ProjectListFilter | null | undefined;
  /** 招商活动 · The events that it held. */
  readonly promotionEvents?: PromotionEventListFilter | null | undefined;
  /** 陈述 · What sources state of it, and is no number. */
  readonly statements?: StatementListFilter | null | undefined;
  /** 下级区域 · The regions that are parts of it. */
  readonly subRegions?: RegionListFilter | null | undefined;
  /** 区内供应商 · Suppliers here: of the city all, of a sub-zone none, since suppliers are placed by district. */
  readonly suppliers?: SupplierListFilter | null | undefined;
  /** 外出招商 · The trips that its people went on. */
  readonly trips?: PromotionTripListFilter | null | undefined;
  /** 启用 · The first day its code was valid. */
  readonly validFrom?: DateFilter | null | undefined;
  /** 停用 · The last day its code was valid. */
  readonly validTo?: DateFilter | null | undefined;
};

/** 区域类型 · What kind of region it is. */
export type RegionKind =
  /** 市 · The city. */
  | 'CITY'
  /** 县 · A county. */
  | 'COUNTY'
  /** 区 · A district. */
  | 'DISTRICT'
  /** 功能区 · A zone that overlaps districts and is a child of none. */
  | 'FUNCTIONAL_ZONE'
  /** 片区 · A park or quarter within a district or zone. */
  | 'SUB_ZONE';

/** 区域类型条件 · Matches values of RegionKind. */
export type RegionKindFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: RegionKind | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<RegionKind> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 区域列表条件 · Matches lists of Region. */
export type RegionListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: RegionFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: RegionFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: RegionFilter | null | undefined;
};

/** 交叠条件 · Matches each RegionOverlap of which all that is given holds. */
export type RegionOverlapFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<RegionOverlapFilter> | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: RegionOverlapFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<RegionOverlapFilter> | null | undefined;
  /** 区域 · The other one of the two. */
  readonly region?: RegionFilter | null | undefined;
  /** 占比 · The part of the zone that lies in the district, 0 to 1, where known. */
  readonly share?: DecimalFilter | null | undefined;
};

/** 交叠列表条件 · Matches lists of RegionOverlap. */
export type RegionOverlapListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: RegionOverlapFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: RegionOverlapFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: RegionOverlapFilter | null | undefined;
};

/** 区域划分 · How the city is cut into parts. */
export type RegionPartition =
  /** 行政区划 · Districts and counties only. */
  | 'ADMINISTRATIVE'
  /** 报送单位 · Districts, counties and functional zones, as the documents report. */
  | 'REPORTING_UNIT';

/** 匹配方式 · By what something was found. */
export type SearchMatch =
  /** 别名 · By another name, or an older code. */
  | 'ALIAS'
  /** 代码 · By its readable code. */
  | 'CODE'
  /** 统一社会信用代码 · By its credit code. */
  | 'CREDIT_CODE'
  /** 英文名 · By its English name. */
  | 'ENGLISH'
  /** 拼音首字母 · By the first letters of how a name is read. */
  | 'INITIALS'
  /** 名称 · By its name, in either script. */
  | 'NAME'
  /** 拼音 · By how a name is read. */
  | 'PINYIN';

/** 搜索类型 · What can be found by a name. */
export type SearchType =
  /** 产业链环节 · Nodes of chains. */
  | 'CHAIN_NODE'
  /** 企业 · Enterprises. */
  | 'ENTERPRISE'
  /** 产业链 · Industry chains. */
  | 'INDUSTRY_CHAIN'
  /** 机构 · Universities, hospitals, institutes and public bodies. */
  | 'INSTITUTION'
  /** 招商线索 · Leads. */
  | 'LEAD'
  /** 登记主体 · Policies, mechanisms, industries and the like. */
  | 'NAMED_SUBJECT'
  /** 职务 · Offices. */
  | 'OFFICE'
  /** 地点 · Places outside the city. */
  | 'PLACE'
  /** 项目 · Projects. */
  | 'PROJECT'
  /** 项目批次 · Batches of projects. */
  | 'PROJECT_BATCH'
  /** 招商活动 · Promotion events. */
  | 'PROMOTION_EVENT'
  /** 招商出访 · Promotion trips. */
  | 'PROMOTION_TRIP'
  /** 区域 · Regions. */
  | 'REGION';

/** 来源文件条件 · Matches each SourceDocument of which all that is given holds. */
export type SourceDocumentFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<SourceDocumentFilter> | null | undefined;
  /** 代码 · Its readable code. */
  readonly code?: CodeFilter | null | undefined;
  /** 文件名 · The file that was read. */
  readonly fileName?: TextFilter | null | undefined;
  /** 文件类型 · What kind of document it is. */
  readonly kind?: DocumentKindFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: SourceDocumentFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<SourceDocumentFilter> | null | undefined;
  /** 发布日期 · When it was published. */
  readonly publishedOn?: DatedFilter | null | undefined;
  /** 字形 · The script it is printed in. */
  readonly script?: DocumentScriptFilter | null | undefined;
  /** 校验值 · SHA-256 of that file. */
  readonly sha256?: CodeFilter | null | undefined;
  /** 标题 · What it is called here. */
  readonly title?: TextFilter | null | undefined;
  /** 英文标题 · The same in English. */
  readonly titleEn?: TextFilter | null | undefined;
};

/** 陈述条件 · Matches each Statement of which all that is given holds. */
export type StatementFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<StatementFilter> | null | undefined;
  /** 截至 · When it was so. */
  readonly asOf?: DatedFilter | null | undefined;
  /** 事项 · What it is about. */
  readonly attribute?: AttributeFilter | null | undefined;
  /** 代码 · Its readable code. */
  readonly code?: CodeFilter | null | undefined;
  /** 独立文件数 · How many documents state the same; twice in one is once. */
  readonly distinctDocuments?: IntFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 观测性质 · Whether it is, or is meant to be. */
  readonly kind?: ObservationKindFilter | null | undefined;
  /** 列举齐全 · Whether the source lists all there are. */
  readonly listComplete?: BooleanFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: StatementFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<StatementFilter> | null | undefined;
  /** 时期 · The period that it is about. */
  readonly period?: TextFilter | null | undefined;
  /** 时期起 · The first day of that. */
  readonly periodFrom?: DateFilter | null | undefined;
  /** 时期止 · The last day of that. */
  readonly periodTo?: DateFilter | null | undefined;
  /** 序号 · Its place in the source's list, from 1. */
  readonly position?: IntFilter | null | undefined;
  /** 陈述值 · What is stated, in simplified Chinese. */
  readonly value?: TextFilter | null | undefined;
  /** 英文陈述值 · A rendering in English. */
  readonly valueEn?: TextFilter | null | undefined;
  /** 值类型 · How the value is to be read. */
  readonly valueType?: StatementValueTypeFilter | null | undefined;
};

/** 陈述列表条件 · Matches lists of Statement. */
export type StatementListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: StatementFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: StatementFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: StatementFilter | null | undefined;
};

/** 值类型 · How the value of a statement is to be read. */
export type StatementValueType =
  /** 是否 · Yes or no: "true" or "false". */
  | 'BOOLEAN'
  /** 日子 · A day, as "2023-01-29". */
  | 'DATE'
  /** 列举项 · One of a list that the source counts up. */
  | 'ENUM'
  /** 任职 · An office; never who holds it. */
  | 'OFFICE'
  /** 时段 · A span of time, as "2023/2025". */
  | 'PERIOD'
  /** 地名 · A place. */
  | 'PLACE'
  /** 指称 · The name of something. */
  | 'REF'
  /** 文字 · Words. */
  | 'TEXT'
  /** 年份 · A year, as "2023". */
  | 'YEAR';

/** 值类型条件 · Matches values of StatementValueType. */
export type StatementValueTypeFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: StatementValueType | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<StatementValueType> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 合计提示码 · What a sum leaves open. */
export type SumWarningCode =
  /** 或有重复 · One may be counted in the other, and no source says. */
  | 'MAY_OVERLAP'
  /** 各档或有重复 · One tier may be counted in another, and no source says. */
  | 'PARTS_MAY_OVERLAP';

/** 属地依据 · What a supplier's district is known by. */
export type SupplierBasis =
  /** 项目所在地 · Where its project in the chain lies. */
  | 'PROJECT_SITE'
  /** 注册地 · Where the enterprise is registered. */
  | 'REGISTERED_OFFICE'
  /** 供货地 · Where the supply is made. */
  | 'SUPPLY_SITE'
  /** 未知 · The sources do not tell. */
  | 'UNKNOWN';

/** 属地依据条件 · Matches values of SupplierBasis. */
export type SupplierBasisFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: SupplierBasis | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<SupplierBasis> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 供应商条件 · Matches each Supplier of which all that is given holds. */
export type SupplierFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<SupplierFilter> | null | undefined;
  /** 属地依据 · What the district is known by. */
  readonly basis?: SupplierBasisFilter | null | undefined;
  /** 产业链 · By the chains that it supplies from here. */
  readonly chains?: IndustryChainListFilter | null | undefined;
  /** 区县 · The district. */
  readonly district?: RegionFilter | null | undefined;
  /** 企业 · The enterprise. */
  readonly enterprise?: EnterpriseFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: SupplierFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<SupplierFilter> | null | undefined;
  /** 供应商项目 · The projects that the enterprise owns, wherever they lie. */
  readonly projects?: ProjectListFilter | null | undefined;
  /** 配套关系 · What it supplies in this chain from here. */
  readonly supplies?: SupplyListFilter | null | undefined;
};

/** 供应商列表条件 · Matches lists of Supplier. */
export type SupplierListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: SupplierFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: SupplierFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: SupplierFilter | null | undefined;
};

/** 配套关系条件 · Matches each Supply of which all that is given holds. */
export type SupplyFilter = {
  /** 且 · All of these must hold; of an empty list nothing must. */
  readonly and?: ReadonlyArray<SupplyFilter> | null | undefined;
  /** 客户 · Who is supplied. */
  readonly customer?: OrganisationFilter | null | undefined;
  /** 出处 · Where this is told. */
  readonly evidence?: EvidenceFilter | null | undefined;
  /** 环节 · The node. */
  readonly node?: ChainNodeFilter | null | undefined;
  /** 非 · This must not hold, as where a value is unknown: then no condition on it holds. */
  readonly not?: SupplyFilter | null | undefined;
  /** 或 · At least one of these must hold; of an empty list none does. */
  readonly or?: ReadonlyArray<SupplyFilter> | null | undefined;
  /** 产品 · What is supplied. */
  readonly product?: TextFilter | null | undefined;
  /** 产品英文名 · The same in English. */
  readonly productEn?: TextFilter | null | undefined;
  /** 产地 · Where it is made. */
  readonly site?: RegionFilter | null | undefined;
  /** 供应商 · Who supplies it. */
  readonly supplier?: OrganisationFilter | null | undefined;
  /** 层级 · 1 supplies the anchor, 2 supplies tier 1, and so on. */
  readonly tier?: IntFilter | null | undefined;
};

/** 配套关系列表条件 · Matches lists of Supply. */
export type SupplyListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: SupplyFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: SupplyFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: SupplyFilter | null | undefined;
};

/** 文本条件 · Matches texts. */
export type TextFilter = {
  /** 包含 · What occurs in it, in upper or lower case; % and _ are plain characters. */
  readonly contains?: string | null | undefined;
  /** 等于 · Exactly this. */
  readonly eq?: string | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
  /** 开头为 · What it begins with, in upper or lower case; % and _ are plain characters. */
  readonly startsWith?: string | null | undefined;
};

/** 文本列表条件 · Matches lists of texts. */
export type TextListFilter = {
  /** 全部 · Every one of them matches, as where there is none. */
  readonly every?: TextFilter | null | undefined;
  /** 没有 · None of them matches. */
  readonly none?: TextFilter | null | undefined;
  /** 存在 · At least one of them matches. */
  readonly some?: TextFilter | null | undefined;
};

/** 出访类型 · Where a trip goes. */
export type TripKind =
  /** 境内外出 · To other cities of the country. */
  | 'DOMESTIC'
  /** 境外 · Outside the border, Hong Kong included. */
  | 'OVERSEAS';

/** 出访类型条件 · Matches values of TripKind. */
export type TripKindFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: TripKind | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<TripKind> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

/** 计量单位 · What a number counts. */
export type Unit =
  /** 亿元 · 100 million yuan. */
  | 'CNY_100M'
  /** 个数 · Things counted; the metric says which. */
  | 'COUNT'
  /** 楼层 · A floor of a building. */
  | 'FLOOR'
  /** 平方公里 · Square kilometres. */
  | 'KM2'
  /** 序次 · The how-manieth it is, from 1. */
  | 'ORDINAL'
  /** 百分比 · Percent: 12.6 means 12.6 %. */
  | 'PERCENT'
  /** 位次 · A place in a ranking, from 1. */
  | 'RANK'
  /** 支 · Vials. */
  | 'VIAL'
  /** 年 · Years. */
  | 'YEARS';

/** 计量单位条件 · Matches values of Unit. */
export type UnitFilter = {
  /** 等于 · Exactly this. */
  readonly eq?: Unit | null | undefined;
  /** 属于 · Any of these, at most 200; an empty list matches nothing. */
  readonly in?: ReadonlyArray<Unit> | null | undefined;
  /** 未知 · Only where it is unknown, or, if false, only where it is known. */
  readonly isNull?: boolean | null | undefined;
};

export type ApprovalTracksQueryVariables = Exact<{
  mechanism?: string;
}>;


export type ApprovalTracksQuery = { readonly namedSubject: { readonly name: string, readonly nameEn: string | null, readonly tracks: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly position: number | null, readonly value: string, readonly valueEn: string | null, readonly listComplete: boolean | null, readonly period: string | null, readonly evidence: { readonly code: string } }> } } | null };

export type ChainSuppliersNamedQueryVariables = Exact<{
  chain?: string;
  promotion?: string;
  unlinked?: string;
}>;


export type ChainSuppliersNamedQuery = { readonly chain: { readonly code: string, readonly name: string, readonly anchor:
      | { readonly code: string, readonly name: string }
      | { readonly code: string, readonly name: string }
     | null, readonly batches: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly locationText: string | null, readonly membersComplete: boolean, readonly region: { readonly name: string } | null, readonly observations: ReadonlyArray<{ readonly metric: { readonly code: string, readonly name: string }, readonly quantity: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier }, readonly evidence: { readonly code: string, readonly paragraph: number | null, readonly line: number | null, readonly document: { readonly fileName: string | null } } }> }> }, readonly suppliersByDistrict: ReadonlyArray<{ readonly basis: ReadonlyArray<SupplierBasis>, readonly supplierCount: number, readonly statedProjectCount: number | null, readonly reason: string | null, readonly district: { readonly code: string } | null, readonly suppliers: { readonly nodes: ReadonlyArray<{ readonly enterprise: { readonly code: string, readonly name: string }, readonly projects: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly district: { readonly code: string } | null, readonly chainPositions: { readonly nodes: ReadonlyArray<{ readonly node: { readonly name: string, readonly position: ChainPosition } | null }> }, readonly evidence: { readonly code: string } }> } }> } }> } | null, readonly promotion: { readonly name: string, readonly region: { readonly name: string } | null, readonly partners: { readonly nodes: ReadonlyArray<{ readonly value: string, readonly listComplete: boolean | null, readonly evidence: { readonly code: string } }> } } | null, readonly unlinked: { readonly name: string, readonly chainPositions: { readonly totalCount: number }, readonly customers: { readonly totalCount: number } } | null };

export type CollectiveStartsQueryVariables = Exact<{
  from?: string;
  to?: string;
}>;


export type CollectiveStartsQuery = { readonly batchTotals: { readonly projectCount: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null, readonly totalInvestment: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null, readonly naiveProjectCount: { readonly value: string } | null, readonly naiveTotalInvestment: { readonly value: string } | null, readonly groups: ReadonlyArray<{ readonly region: { readonly code: string, readonly name: string, readonly nameEn: string | null } | null, readonly projectCount: { readonly value: string, readonly qualifier: Qualifier } | null, readonly totalInvestment: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null }>, readonly batches: ReadonlyArray<{ readonly isComputed: boolean, readonly batch: { readonly code: string, readonly name: string, readonly heldOn: { readonly earliest: string | null, readonly certainty: DateCertainty } }, readonly projectCount: { readonly value: string } | null, readonly totalInvestment: { readonly value: string } | null, readonly within: { readonly code: string } | null }>, readonly warnings: ReadonlyArray<{ readonly explanation: string, readonly inner: { readonly code: string }, readonly outer: { readonly code: string } }> } };

export type ConfirmedFiguresQueryVariables = Exact<{
  figures?: FigureFilter;
  statements?: StatementFilter;
}>;


export type ConfirmedFiguresQuery = { readonly districts: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string | null, readonly figures: { readonly totalCount: number }, readonly statements: { readonly totalCount: number }, readonly batches: { readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly figures: { readonly nodes: ReadonlyArray<{ readonly verdict: CrossVerdict | null, readonly distinctDocuments: number, readonly metric: { readonly code: string, readonly name: string }, readonly canonical: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null, readonly observations: ReadonlyArray<{ readonly code: string, readonly evidence: { readonly document: { readonly code: string } } }> }> }, readonly statements: { readonly nodes: ReadonlyArray<{ readonly code: string, readonly value: string, readonly distinctDocuments: number, readonly attribute: { readonly code: string, readonly name: string }, readonly evidence: { readonly document: { readonly code: string } } }> } }> }, readonly promotionEvents: { readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly figures: { readonly totalCount: number }, readonly statements: { readonly nodes: ReadonlyArray<{ readonly code: string, readonly value: string, readonly distinctDocuments: number, readonly attribute: { readonly code: string, readonly name: string }, readonly evidence: { readonly document: { readonly code: string } } }> } }> }, readonly projects: { readonly totalCount: number }, readonly namedSubjects: { readonly totalCount: number } }> } };

export type CultivationTiersQueryVariables = Exact<{
  plan?: string;
  tiers?: ReadonlyArray<string> | string;
}>;


export type CultivationTiersQuery = { readonly sumFigures: { readonly quantity: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null, readonly figures: ReadonlyArray<{ readonly kind: ObservationKind, readonly period: string | null, readonly metric: { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly definition: string }, readonly canonical: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null, readonly observations: ReadonlyArray<{ readonly code: string }> }>, readonly leftOut: ReadonlyArray<{ readonly reason: LeftOutReason, readonly figure: { readonly code: string } }>, readonly warnings: ReadonlyArray<{ readonly code: SumWarningCode, readonly explanation: string, readonly figures: ReadonlyArray<{ readonly metric: { readonly code: string } }> }> }, readonly plan: { readonly name: string, readonly nameEn: string | null, readonly statements: { readonly nodes: ReadonlyArray<{ readonly value: string }> } } | null };

export type DistrictKeyProjectsQueryVariables = Exact<{
  batch?: string;
  investment?: string;
  count?: string;
  decimals?: number;
}>;


export type DistrictKeyProjectsQuery = { readonly batches: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly nameEn: string | null, readonly region: { readonly name: string } | null, readonly figures: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly kind: ObservationKind, readonly period: string | null, readonly metric: { readonly code: string, readonly name: string, readonly definition: string }, readonly canonical: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null, readonly computed: { readonly method: ComputationMethod, readonly verdict: CrossVerdict | null, readonly quantity: { readonly value: string } | null, readonly coverage: { readonly complete: boolean } } | null, readonly difference: { readonly value: string } | null, readonly observations: ReadonlyArray<{ readonly code: string }> }> } }> }, readonly mean: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null };

export type DistrictProjectsQueryVariables = Exact<{
  district?: string;
  stages?: ReadonlyArray<ProjectStage> | ProjectStage | null | undefined;
  atLeast?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type DistrictProjectsQuery = { readonly projects: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly stage: ProjectStage | null, readonly totalInvestment: string | null, readonly totalInvestmentQualifier: Qualifier | null, readonly district: { readonly name: string } | null, readonly participants: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly role: ParticipantRole, readonly organisation:
            | { readonly name: string }
            | { readonly name: string }
           }> } }> } };

export type DistrictTargetsQueryVariables = Exact<{
  region?: string;
  year?: string;
}>;


export type DistrictTargetsQuery = { readonly region: { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly targets: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly kind: ObservationKind, readonly period: string | null, readonly metric: { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly definition: string }, readonly canonical: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null, readonly progress: { readonly ratio: { readonly value: string } | null } | null, readonly observations: ReadonlyArray<{ readonly code: string, readonly asOf: { readonly latest: string | null, readonly certainty: DateCertainty } }> }> }, readonly actuals: { readonly totalCount: number } } | null };

export type DistrictsWithSuppliersQueryVariables = Exact<{
  chain?: string;
  first?: number;
}>;


export type DistrictsWithSuppliersQuery = { readonly districts: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly suppliers: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly basis: SupplierBasis, readonly enterprise: { readonly code: string, readonly name: string }, readonly supplies: ReadonlyArray<{ readonly product: string, readonly node: { readonly name: string, readonly position: ChainPosition }, readonly customer:
              | { readonly name: string }
              | { readonly name: string }
             | null }>, readonly projects: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly stage: ProjectStage | null, readonly totalInvestment: string | null }> } }> } }> } };

export type DomesticTripsQueryVariables = Exact<{
  city?: string;
}>;


export type DomesticTripsQuery = { readonly trips: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly name: string, readonly unitsComplete: boolean, readonly destinationsComplete: boolean, readonly pairingKnown: boolean, readonly units: ReadonlyArray<{ readonly name: string }>, readonly destinations: ReadonlyArray<{ readonly name: string }>, readonly figures: { readonly nodes: ReadonlyArray<{ readonly canonical: { readonly value: string } | null, readonly computed: { readonly method: ComputationMethod, readonly verdict: CrossVerdict | null, readonly quantity: { readonly value: string } | null } | null }> } }> }, readonly surely: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly name: string }> }, readonly perhaps: { readonly totalCount: number } };

export type EventCalendarQueryVariables = Exact<{
  from?: string;
  to?: string;
}>;


export type EventCalendarQuery = { readonly promotionEvents: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly kinds: ReadonlyArray<PromotionEventKind>, readonly heldOn: { readonly earliest: string | null, readonly certainty: DateCertainty }, readonly region: { readonly name: string } | null, readonly batches: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly region: { readonly name: string } | null, readonly parent: { readonly region: { readonly name: string } | null } | null }> } }> }, readonly spans: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly kinds: ReadonlyArray<PromotionEventKind>, readonly heldOn: { readonly earliest: string | null, readonly latest: string | null, readonly certainty: DateCertainty } }> } };

export type FirstBatchStartsQueryVariables = Exact<{
  starts?: string;
  all?: string;
  continuing?: string;
  decimals?: number;
}>;


export type FirstBatchStartsQuery = { readonly figures: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly kind: ObservationKind, readonly period: string | null, readonly distinctDocuments: number, readonly subject:
        | { readonly code: string, readonly name: string, readonly nameEn: string | null }
        | Record<PropertyKey, never>
      , readonly metric: { readonly code: string, readonly name: string }, readonly canonical: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null, readonly observations: ReadonlyArray<{ readonly code: string }> }> }, readonly share: { readonly verdict: CrossVerdict, readonly reason: IncomparableReason | null, readonly explanation: string, readonly ratio: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null, readonly difference: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null }, readonly continuing: { readonly canonical: { readonly value: string } | null } | null };

export type GuaranteeMechanismsQueryVariables = Exact<{
  policy?: string;
  other?: string;
}>;


export type GuaranteeMechanismsQuery = { readonly policy: { readonly name: string, readonly nameEn: string | null, readonly region: { readonly name: string } | null, readonly issued: { readonly nodes: ReadonlyArray<{ readonly value: string, readonly asOf: { readonly earliest: string | null, readonly certainty: DateCertainty, readonly derivation: string | null }, readonly evidence: { readonly code: string } }> }, readonly figures: { readonly nodes: ReadonlyArray<{ readonly canonical: { readonly value: string } | null, readonly computed: { readonly method: ComputationMethod, readonly verdict: CrossVerdict | null, readonly quantity: { readonly value: string } | null } | null }> }, readonly mechanisms: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly name: string, readonly nameEn: string | null, readonly evidence: { readonly code: string } }> } } | null, readonly other: { readonly name: string, readonly guarantees: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly value: string }> } } | null };

export type IndustryScaleGapQueryVariables = Exact<{
  target?: string;
  actual?: string;
  otherTarget?: string;
}>;


export type IndustryScaleGapQuery = { readonly figures: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly kind: ObservationKind, readonly period: string | null, readonly subject:
        | { readonly code: string, readonly name: string, readonly nameEn: string | null }
        | { readonly code: string, readonly name: string, readonly nameEn: string | null }
        | { readonly code: string, readonly name: string, readonly nameEn: string | null }
        | { readonly code: string, readonly name: string, readonly nameEn: string | null }
        | { readonly code: string, readonly name: string, readonly nameEn: string | null }
        | { readonly code: string, readonly name: string, readonly nameEn: string | null }
        | { readonly code: string, readonly name: string, readonly nameEn: string | null }
        | { readonly code: string, readonly name: string, readonly nameEn: string | null }
        | { readonly code: string, readonly name: string, readonly nameEn: string | null }
      , readonly metric: { readonly code: string, readonly name: string, readonly definition: string }, readonly canonical: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null, readonly progress: { readonly isMet: boolean | null, readonly remaining: { readonly value: string, readonly unit: Unit } | null, readonly ratio: { readonly value: string, readonly unit: Unit } | null } | null, readonly observations: ReadonlyArray<{ readonly code: string }> }> }, readonly gap: { readonly verdict: CrossVerdict, readonly reason: IncomparableReason | null, readonly explanation: string, readonly difference: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null, readonly excess: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null }, readonly other: { readonly verdict: CrossVerdict, readonly reason: IncomparableReason | null, readonly explanation: string, readonly difference: { readonly value: string } | null } };

export type IssueStepsQueryVariables = Exact<{
  mechanism?: string;
  from?: string;
  to?: string;
}>;


export type IssueStepsQuery = { readonly namedSubject: { readonly name: string, readonly nameEn: string | null, readonly transition: { readonly isAllowed: boolean, readonly path: ReadonlyArray<string> } | null, readonly steps: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly position: number | null, readonly value: string, readonly valueEn: string | null, readonly evidence: { readonly code: string } }> } } | null };

export type KeyProjectsByYearQueryVariables = Exact<{
  earlierCount?: string;
  laterCount?: string;
  earlierInvestment?: string;
  laterInvestment?: string;
}>;


export type KeyProjectsByYearQuery = { readonly figures: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly kind: ObservationKind, readonly period: string | null, readonly distinctDocuments: number, readonly subject:
        | { readonly code: string, readonly name: string, readonly nameEn: string | null }
        | Record<PropertyKey, never>
      , readonly metric: { readonly code: string, readonly name: string }, readonly canonical: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null, readonly observations: ReadonlyArray<{ readonly code: string }> }> }, readonly count: { readonly verdict: CrossVerdict, readonly reason: IncomparableReason | null, readonly explanation: string, readonly difference: { readonly value: string } | null }, readonly investment: { readonly verdict: CrossVerdict, readonly reason: IncomparableReason | null, readonly explanation: string, readonly difference: { readonly value: string } | null } };

export type LargeProjectsQueryVariables = Exact<{
  filter?: ProjectFilter | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type LargeProjectsQuery = { readonly projects: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly stage: ProjectStage | null, readonly totalInvestment: string | null, readonly totalInvestmentQualifier: Qualifier | null, readonly district: { readonly name: string } | null, readonly participants: { readonly nodes: ReadonlyArray<{ readonly organisation:
            | { readonly name: string }
            | { readonly name: string }
           }> }, readonly chainPositions: { readonly nodes: ReadonlyArray<{ readonly node: { readonly name: string } | null }> } }> } };

export type LeadingIndustriesQueryVariables = Exact<{
  industries?: string;
  batch?: string;
}>;


export type LeadingIndustriesQuery = { readonly namedSubject: { readonly name: string, readonly nameEn: string | null, readonly region: { readonly name: string } | null, readonly industries: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string | null }> }, readonly zones: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly position: number | null, readonly value: string, readonly valueEn: string | null, readonly listComplete: boolean | null, readonly evidence: { readonly code: string } }> }, readonly centres: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly position: number | null, readonly value: string, readonly valueEn: string | null, readonly evidence: { readonly code: string } }> }, readonly figures: { readonly nodes: ReadonlyArray<{ readonly canonical: { readonly value: string } | null, readonly computed: { readonly method: ComputationMethod, readonly verdict: CrossVerdict | null, readonly quantity: { readonly value: string } | null } | null }> } } | null, readonly batches: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly sectors: ReadonlyArray<{ readonly name: string }> }> } };

export type OverseasDelegationsQueryVariables = Exact<{
  day?: string;
}>;


export type OverseasDelegationsQuery = { readonly trips: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly name: string, readonly destinationsComplete: boolean, readonly departedOn: { readonly earliest: string | null, readonly latest: string | null, readonly certainty: DateCertainty }, readonly destinations: ReadonlyArray<{ readonly name: string, readonly kind: PlaceKind, readonly countryCode: string | null }> }> } };

export type ProjectFacetsQueryVariables = Exact<{
  chosen?: ProjectFilter | null | undefined;
  chosenButStage?: ProjectFilter | null | undefined;
}>;


export type ProjectFacetsQuery = { readonly stages: ReadonlyArray<{ readonly stage: ProjectStage | null, readonly count: number }>, readonly districts: ReadonlyArray<{ readonly reason: string | null, readonly count: number, readonly district: { readonly code: string, readonly name: string } | null }>, readonly classes: ReadonlyArray<{ readonly class: ProjectClass | null, readonly count: number }>, readonly projects: { readonly totalCount: number } };

export type ProjectPagesQueryVariables = Exact<{
  filter?: ProjectFilter | null | undefined;
  orderBy?: ProjectOrder | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type ProjectPagesQuery = { readonly projects: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly stage: ProjectStage | null, readonly district: { readonly name: string } | null, readonly evidence: { readonly document: { readonly title: string } } }> } };

export type ProjectStagesQueryVariables = Exact<{
  mechanism?: string;
  before?: string;
}>;


export type ProjectStagesQuery = { readonly mechanism: { readonly name: string, readonly nameEn: string | null, readonly statements: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly position: number | null, readonly value: string, readonly valueEn: string | null, readonly listComplete: boolean | null, readonly period: string | null, readonly evidence: { readonly code: string } }> }, readonly figures: { readonly nodes: ReadonlyArray<{ readonly canonical: { readonly value: string } | null, readonly computed: { readonly method: ComputationMethod, readonly verdict: CrossVerdict | null, readonly quantity: { readonly value: string } | null } | null }> } } | null, readonly before: { readonly name: string, readonly statements: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly position: number | null, readonly value: string, readonly period: string | null }> } } | null };

export type ProjectsByDistrictQueryVariables = Exact<{
  filter?: ProjectFilter | null | undefined;
  partition?: RegionPartition;
  groupBy?: ReadonlyArray<ProjectDimension> | ProjectDimension;
}>;


export type ProjectsByDistrictQuery = { readonly projectStats: ReadonlyArray<{ readonly reason: string | null, readonly stage: ProjectStage | null, readonly count: number, readonly totalInvestment: string | null, readonly totalInvestmentKnown: number, readonly district: { readonly code: string, readonly name: string } | null }> };

export type QualityEnterprisesQueryVariables = Exact<{
  region?: string;
}>;


export type QualityEnterprisesQuery = { readonly region: { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly figures: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly kind: ObservationKind, readonly period: string | null, readonly metric: { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly definition: string }, readonly canonical: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null, readonly computed: { readonly quantity: { readonly value: string } | null } | null, readonly observations: ReadonlyArray<{ readonly code: string, readonly asOf: { readonly latest: string | null, readonly certainty: DateCertainty } }> }> }, readonly types: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly position: number | null, readonly value: string, readonly valueEn: string | null, readonly listComplete: boolean | null, readonly evidence: { readonly code: string } }> } } | null };

export type RoundtableQueryVariables = Exact<{
  event?: string;
}>;


export type RoundtableQuery = { readonly promotionEvents: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly edition: number | null, readonly partiesComplete: boolean, readonly venue: string | null, readonly topicsComplete: boolean, readonly heldOn: { readonly earliest: string | null, readonly latest: string | null, readonly certainty: DateCertainty }, readonly guests: ReadonlyArray<{ readonly participant:
          | { readonly code: string, readonly name: string, readonly aliases: ReadonlyArray<string> }
          | Record<PropertyKey, never>
         }>, readonly figures: { readonly nodes: ReadonlyArray<{ readonly metric: { readonly code: string, readonly name: string, readonly definition: string }, readonly canonical: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null, readonly computed: { readonly method: ComputationMethod, readonly verdict: CrossVerdict | null, readonly quantity: { readonly value: string } | null, readonly coverage: { readonly statedMembers: number | null, readonly knownMembers: number, readonly complete: boolean } } | null, readonly observations: ReadonlyArray<{ readonly code: string }> }> }, readonly issues: ReadonlyArray<{ readonly name: string, readonly issueKind: IssueKind | null }> }> } };

export type SearchNamesQueryVariables = Exact<{
  text?: string;
  types?: ReadonlyArray<SearchType> | SearchType | null | undefined;
  first?: number;
}>;


export type SearchNamesQuery = { readonly search: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly name: string, readonly type: SearchType, readonly by: SearchMatch, readonly matched: string, readonly node:
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly code: string, readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly code: string, readonly id: string }
        | { readonly code: string, readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly code: string, readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly code: string, readonly id: string }
        | { readonly code: string, readonly id: string }
        | { readonly code: string, readonly id: string }
        | { readonly code: string, readonly id: string }
        | { readonly code: string, readonly id: string }
        | { readonly code: string, readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
       | null }> } };

export type SigningsByDistrictQueryVariables = Exact<{
  from?: string;
  to?: string;
}>;


export type SigningsByDistrictQuery = { readonly batchTotals: { readonly groups: ReadonlyArray<{ readonly region: { readonly code: string, readonly name: string, readonly nameEn: string | null } | null, readonly projectCount: { readonly value: string, readonly qualifier: Qualifier } | null, readonly totalInvestment: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null }>, readonly projectCount: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null, readonly totalInvestment: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null, readonly naiveProjectCount: { readonly value: string } | null, readonly naiveTotalInvestment: { readonly value: string } | null, readonly batches: ReadonlyArray<{ readonly isComputed: boolean, readonly batch: { readonly code: string, readonly name: string, readonly heldOn: { readonly earliest: string | null, readonly certainty: DateCertainty }, readonly figures: { readonly nodes: ReadonlyArray<{ readonly distinctDocuments: number, readonly metric: { readonly code: string }, readonly observations: ReadonlyArray<{ readonly code: string }> }> } }, readonly projectCount: { readonly value: string } | null, readonly totalInvestment: { readonly value: string } | null, readonly within: { readonly code: string } | null }>, readonly warnings: ReadonlyArray<{ readonly explanation: string, readonly inner: { readonly code: string }, readonly outer: { readonly code: string } }> } };

export type SponsorshipRolesQueryVariables = Exact<{
  mechanism?: string;
}>;


export type SponsorshipRolesQuery = { readonly namedSubject: { readonly name: string, readonly nameEn: string | null, readonly parent: { readonly name: string } | null, readonly roles: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly position: number | null, readonly value: string, readonly valueEn: string | null, readonly evidence: { readonly code: string } }> }, readonly levels: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly value: string, readonly valueEn: string | null, readonly attribute: { readonly code: string, readonly name: string, readonly nameEn: string | null }, readonly evidence: { readonly code: string } }> } } | null };

export type StartUpAreaSigningsQueryVariables = Exact<{
  region?: string;
  part?: string;
  whole?: string;
  partCount?: string;
  wholeCount?: string;
  sameNumber?: string;
}>;


export type StartUpAreaSigningsQuery = { readonly figures: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly kind: ObservationKind, readonly period: string | null, readonly distinctDocuments: number, readonly subject:
        | { readonly code: string, readonly name: string, readonly nameEn: string | null }
        | Record<PropertyKey, never>
      , readonly metric: { readonly code: string, readonly name: string }, readonly canonical: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null, readonly observations: ReadonlyArray<{ readonly code: string }> }> }, readonly share: { readonly verdict: CrossVerdict, readonly reason: IncomparableReason | null, readonly explanation: string, readonly ratio: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null }, readonly mean: { readonly value: string, readonly unit: Unit, readonly qualifier: Qualifier } | null, readonly wholeCount: { readonly canonical: { readonly value: string } | null } | null, readonly totals: { readonly batches: ReadonlyArray<{ readonly batch: { readonly code: string }, readonly within: { readonly code: string } | null }>, readonly warnings: ReadonlyArray<{ readonly explanation: string, readonly inner: { readonly code: string }, readonly outer: { readonly code: string } }> }, readonly sameNumber: { readonly verdict: CrossVerdict, readonly reason: IncomparableReason | null, readonly explanation: string } };

export type StrategicAgreementQueryVariables = Exact<{
  event?: string;
}>;


export type StrategicAgreementQuery = { readonly promotionEvents: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly topicsComplete: boolean, readonly heldOn: { readonly earliest: string | null, readonly latest: string | null, readonly certainty: DateCertainty, readonly derivation: string | null }, readonly guests: ReadonlyArray<{ readonly role: PartyRole, readonly participant:
          | { readonly name: string, readonly kind: OrganisationKind }
          | Record<PropertyKey, never>
         }>, readonly agreementAreas: ReadonlyArray<{ readonly name: string }> }> } };

export type SuppliersByDistrictQueryVariables = Exact<{
  chain?: string;
  partition?: RegionPartition;
}>;


export type SuppliersByDistrictQuery = { readonly chain: { readonly name: string, readonly anchor:
      | { readonly name: string }
      | { readonly name: string }
     | null, readonly suppliersByDistrict: ReadonlyArray<{ readonly basis: ReadonlyArray<SupplierBasis>, readonly supplierCount: number, readonly statedProjectCount: number | null, readonly reason: string | null, readonly district: { readonly code: string, readonly name: string } | null, readonly suppliers: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly basis: SupplierBasis, readonly enterprise: { readonly code: string, readonly name: string }, readonly supplies: ReadonlyArray<{ readonly product: string, readonly node: { readonly name: string, readonly position: ChainPosition }, readonly customer:
              | { readonly name: string }
              | { readonly name: string }
             | null }>, readonly projects: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly stage: ProjectStage | null, readonly totalInvestment: string | null }> } }> } }> } | null };

export type VisitTopicsQueryVariables = Exact<{
  event?: string;
}>;


export type VisitTopicsQuery = { readonly promotionEvents: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly topicsComplete: boolean, readonly hosts: ReadonlyArray<{ readonly role: PartyRole, readonly participant:
          | { readonly __typename: 'Enterprise' }
          | { readonly __typename: 'Institution' }
          | { readonly __typename: 'Office', readonly title: string }
          | { readonly __typename: 'Region', readonly name: string }
         }>, readonly guests: ReadonlyArray<{ readonly role: PartyRole, readonly participant:
          | { readonly __typename: 'Enterprise', readonly name: string }
          | { readonly __typename: 'Institution' }
          | { readonly __typename: 'Office', readonly title: string }
          | { readonly __typename: 'Region' }
         }>, readonly topics: ReadonlyArray<{ readonly name: string }> }> } };

export type VisitingEnterprisesQueryVariables = Exact<{
  from?: string;
}>;


export type VisitingEnterprisesQuery = { readonly promotionEvents: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly partiesComplete: boolean, readonly heldOn: { readonly earliest: string | null, readonly latest: string | null, readonly certainty: DateCertainty, readonly derivation: string | null }, readonly guests: ReadonlyArray<{ readonly participant:
          | { readonly __typename: 'Enterprise', readonly name: string }
          | { readonly __typename: 'Institution' }
          | { readonly __typename: 'Office', readonly title: string }
          | { readonly __typename: 'Region' }
         }> }> }, readonly enterprises: { readonly totalCount: number } };


export const ApprovalTracksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ApprovalTracks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mechanism"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"four-in-parallel-approval","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"namedSubject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mechanism"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","alias":{"kind":"Name","value":"tracks"},"name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"attribute"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"PARALLEL_ITEM","block":false}}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"POSITION"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"valueEn"}},{"kind":"Field","name":{"kind":"Name","value":"listComplete"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ApprovalTracksQuery, ApprovalTracksQueryVariables>;
export const ChainSuppliersNamedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChainSuppliersNamed"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"chain"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"byd","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"promotion"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"regional-chain-promotion","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"unlinked"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"findreams","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"chain"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"anchor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"batches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"locationText"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"membersComplete"}},{"kind":"Field","name":{"kind":"Name","value":"observations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"quantity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"paragraph"}},{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileName"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"suppliersByDistrict"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"supplierCount"}},{"kind":"Field","name":{"kind":"Name","value":"statedProjectCount"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"suppliers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enterprise"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"chainPositions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"position"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"promotion"},"name":{"kind":"Name","value":"namedSubject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"promotion"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"partners"},"name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"attribute"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"PARTNER_DISTRICT","block":false}}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"listComplete"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unlinked"},"name":{"kind":"Name","value":"enterprise"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"unlinked"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"chainPositions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]} as unknown as DocumentNode<ChainSuppliersNamedQuery, ChainSuppliersNamedQueryVariables>;
export const CollectiveStartsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CollectiveStarts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}},"defaultValue":{"kind":"StringValue","value":"2023-01-29","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}},"defaultValue":{"kind":"StringValue","value":"2023-02-14","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batchTotals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"kind"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"COLLECTIVE_START"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"heldOn"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"gte"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"lte"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"projectCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalInvestment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"naiveProjectCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"naiveTotalInvestment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projectCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalInvestment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"batches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"heldOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"projectCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalInvestment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isComputed"}},{"kind":"Field","name":{"kind":"Name","value":"within"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}}]}}]}}]} as unknown as DocumentNode<CollectiveStartsQuery, CollectiveStartsQueryVariables>;
export const ConfirmedFiguresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConfirmedFigures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"figures"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FigureFilter"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"distinctDocuments"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"gte"},"value":{"kind":"IntValue","value":"2"}}]}}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"statements"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StatementFilter"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"distinctDocuments"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"gte"},"value":{"kind":"IntValue","value":"2"}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"districts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"or"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"figures"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"Variable","name":{"kind":"Name","value":"figures"}}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"statements"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"Variable","name":{"kind":"Name","value":"statements"}}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"batches"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"or"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"figures"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"Variable","name":{"kind":"Name","value":"figures"}}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"statements"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"Variable","name":{"kind":"Name","value":"statements"}}}]}}]}]}}]}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"promotionEvents"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"or"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"figures"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"Variable","name":{"kind":"Name","value":"figures"}}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"statements"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"Variable","name":{"kind":"Name","value":"statements"}}}]}}]}]}}]}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"projects"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"or"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"figures"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"Variable","name":{"kind":"Name","value":"figures"}}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"statements"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"Variable","name":{"kind":"Name","value":"statements"}}}]}}]}]}}]}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"namedSubjects"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"or"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"figures"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"Variable","name":{"kind":"Name","value":"figures"}}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"statements"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"Variable","name":{"kind":"Name","value":"statements"}}}]}}]}]}}]}}]}}]}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"figures"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"statements"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"batches"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"or"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"figures"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"Variable","name":{"kind":"Name","value":"figures"}}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"statements"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"Variable","name":{"kind":"Name","value":"statements"}}}]}}]}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"figures"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"canonical"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"distinctDocuments"}},{"kind":"Field","name":{"kind":"Name","value":"observations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"statements"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"attribute"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"distinctDocuments"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"promotionEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"or"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"figures"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"Variable","name":{"kind":"Name","value":"figures"}}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"statements"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"Variable","name":{"kind":"Name","value":"statements"}}}]}}]}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"figures"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"statements"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"attribute"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"distinctDocuments"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"or"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"figures"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"Variable","name":{"kind":"Name","value":"figures"}}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"statements"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"Variable","name":{"kind":"Name","value":"statements"}}}]}}]}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"namedSubjects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"or"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"figures"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"Variable","name":{"kind":"Name","value":"figures"}}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"statements"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"Variable","name":{"kind":"Name","value":"statements"}}}]}}]}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ConfirmedFiguresQuery, ConfirmedFiguresQueryVariables>;
export const CultivationTiersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CultivationTiers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"plan"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"climbing-action-plan-2023-2025","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"tiers"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}},"defaultValue":{"kind":"ListValue","values":[{"kind":"StringValue","value":"named_subject/climbing-action-plan-2023-2025/NEW_ENTERPRISES_OVER_10BN/TARGET/2023","block":false},{"kind":"StringValue","value":"named_subject/climbing-action-plan-2023-2025/NEW_ENTERPRISES_OVER_5BN/TARGET/2023","block":false},{"kind":"StringValue","value":"named_subject/climbing-action-plan-2023-2025/NEW_ENTERPRISES_OVER_3BN/TARGET/2023","block":false},{"kind":"StringValue","value":"named_subject/climbing-action-plan-2023-2025/NEW_ENTERPRISES_OVER_1BN/TARGET/2023","block":false}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sumFigures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"figures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"tiers"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"definition"}}]}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"canonical"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"observations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"figure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"plan"},"name":{"kind":"Name","value":"namedSubject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"plan"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"attribute"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"PERIOD","block":false}}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CultivationTiersQuery, CultivationTiersQueryVariables>;
export const DistrictKeyProjectsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DistrictKeyProjects"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"batch"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"changqing-key-projects-2023","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"investment"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"project_batch/changqing-key-projects-2023/TOTAL_INVESTMENT/ACTUAL/2023","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"count"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"project_batch/changqing-key-projects-2023/PROJECT_COUNT/ACTUAL/2023","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"decimals"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batches"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"batch"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"definition"}}]}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"canonical"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"computed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"complete"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}}]}},{"kind":"Field","name":{"kind":"Name","value":"difference"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"observations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"mean"},"name":{"kind":"Name","value":"meanFigure"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"total"},"value":{"kind":"Variable","name":{"kind":"Name","value":"investment"}}},{"kind":"Argument","name":{"kind":"Name","value":"count"},"value":{"kind":"Variable","name":{"kind":"Name","value":"count"}}},{"kind":"Argument","name":{"kind":"Name","value":"decimals"},"value":{"kind":"Variable","name":{"kind":"Name","value":"decimals"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}}]}}]} as unknown as DocumentNode<DistrictKeyProjectsQuery, DistrictKeyProjectsQueryVariables>;
export const DistrictProjectsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DistrictProjects"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"district"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"370103","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"stages"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectStage"}}}},"defaultValue":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"LANDING"},{"kind":"EnumValue","value":"CONSTRUCTION"}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Decimal"}},"defaultValue":{"kind":"StringValue","value":"10","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"stage"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"Variable","name":{"kind":"Name","value":"stages"}}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"totalInvestment"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"gte"},"value":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"or"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"district"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"district"}}}]}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"batches"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"batch"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"region"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"district"}}}]}}]}}]}}]}}]}}]}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"TOTAL_INVESTMENT_DESC"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"totalInvestment"}},{"kind":"Field","name":{"kind":"Name","value":"totalInvestmentQualifier"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<DistrictProjectsQuery, DistrictProjectsQueryVariables>;
export const DistrictTargetsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DistrictTargets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"370102","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"2023","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"region"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","alias":{"kind":"Name","value":"targets"},"name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"kind"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"TARGET"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"period"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"definition"}}]}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"canonical"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ratio"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"observations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}}]}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"actuals"},"name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"kind"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"ACTUAL"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"period"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]} as unknown as DocumentNode<DistrictTargetsQuery, DistrictTargetsQueryVariables>;
export const DistrictsWithSuppliersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DistrictsWithSuppliers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"chain"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"byd","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"districts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"suppliers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"chain"},"value":{"kind":"Variable","name":{"kind":"Name","value":"chain"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enterprise"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"supplies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"position"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"totalInvestment"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<DistrictsWithSuppliersQuery, DistrictsWithSuppliersQueryVariables>;
export const DomesticTripsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DomesticTrips"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"city"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"上海","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trips"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"kind"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"DOMESTIC"}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"units"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unitsComplete"}},{"kind":"Field","name":{"kind":"Name","value":"destinations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destinationsComplete"}},{"kind":"Field","name":{"kind":"Name","value":"pairingKnown"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metric"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"NAMED_UNIT_COUNT","block":false}}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"canonical"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"computed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}}]}}]}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"surely"},"name":{"kind":"Name","value":"regions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"trips"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"kind"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"DOMESTIC"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"destinations"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"city"}}}]}}]}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"pairingKnown"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"BooleanValue","value":true}}]}}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"perhaps"},"name":{"kind":"Name","value":"regions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"trips"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"kind"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"DOMESTIC"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"destinations"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"city"}}}]}}]}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"pairingKnown"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"BooleanValue","value":false}}]}}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<DomesticTripsQuery, DomesticTripsQueryVariables>;
export const EventCalendarDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EventCalendar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}},"defaultValue":{"kind":"StringValue","value":"2023-01-27","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}},"defaultValue":{"kind":"StringValue","value":"2023-02-14","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"promotionEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"heldOn"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"gte"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"lte"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"isSingleDay"},"value":{"kind":"BooleanValue","value":true}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"HELD_ON"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"heldOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}}]}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"batches"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"NAME"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"spans"},"name":{"kind":"Name","value":"promotionEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"heldOn"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"gte"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"lte"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"isSingleDay"},"value":{"kind":"BooleanValue","value":false}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"HELD_ON"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"heldOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}}]}}]}}]}}]}}]} as unknown as DocumentNode<EventCalendarQuery, EventCalendarQueryVariables>;
export const FirstBatchStartsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FirstBatchStarts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"starts"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"project_batch/jinan-library-2023-first/NEW_PROJECTS/PLAN/2023","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"all"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"project_batch/jinan-library-2023-first/PROJECT_COUNT/ACTUAL/2023","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"continuing"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"project_batch/jinan-library-2023-first/CONTINUING_PROJECTS/ACTUAL/2023","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"decimals"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"Variable","name":{"kind":"Name","value":"starts"}},{"kind":"Variable","name":{"kind":"Name","value":"all"}},{"kind":"Variable","name":{"kind":"Name","value":"continuing"}}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectBatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"metric"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"canonical"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"distinctDocuments"}},{"kind":"Field","name":{"kind":"Name","value":"observations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"share"},"name":{"kind":"Name","value":"compareFigures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"a"},"value":{"kind":"Variable","name":{"kind":"Name","value":"starts"}}},{"kind":"Argument","name":{"kind":"Name","value":"b"},"value":{"kind":"Variable","name":{"kind":"Name","value":"all"}}},{"kind":"Argument","name":{"kind":"Name","value":"decimals"},"value":{"kind":"Variable","name":{"kind":"Name","value":"decimals"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"ratio"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"difference"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"continuing"},"name":{"kind":"Name","value":"figure"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"continuing"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"canonical"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]} as unknown as DocumentNode<FirstBatchStartsQuery, FirstBatchStartsQueryVariables>;
export const GuaranteeMechanismsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GuaranteeMechanisms"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"policy"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"changqing-key-project-opinions-2023","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"other"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"changqing-one-plus-four","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"policy"},"name":{"kind":"Name","value":"namedSubject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"policy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"issued"},"name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"attribute"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"ISSUE_DATE","block":false}}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}},{"kind":"Field","name":{"kind":"Name","value":"derivation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metric"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"MECHANISM_COUNT","block":false}}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"canonical"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"computed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"mechanisms"},"name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"other"},"name":{"kind":"Name","value":"namedSubject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"other"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","alias":{"kind":"Name","value":"guarantees"},"name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"attribute"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"GUARANTEE","block":false}}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"POSITION"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]}}]} as unknown as DocumentNode<GuaranteeMechanismsQuery, GuaranteeMechanismsQueryVariables>;
export const IndustryScaleGapDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IndustryScaleGap"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"target"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"named_subject/four-leading-industries/INDUSTRY_SCALE/TARGET/2025","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"actual"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"named_subject/four-leading-industries/INDUSTRY_SCALE/ACTUAL/2023","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"otherTarget"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"region/370100/ABOVE_SCALE_INDUSTRIAL_REVENUE/TARGET/2025","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"Variable","name":{"kind":"Name","value":"target"}},{"kind":"Variable","name":{"kind":"Name","value":"actual"}},{"kind":"Variable","name":{"kind":"Name","value":"otherTarget"}}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Named"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"metric"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"definition"}}]}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"canonical"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ratio"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isMet"}}]}},{"kind":"Field","name":{"kind":"Name","value":"observations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"gap"},"name":{"kind":"Name","value":"compareFigures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"a"},"value":{"kind":"Variable","name":{"kind":"Name","value":"target"}}},{"kind":"Argument","name":{"kind":"Name","value":"b"},"value":{"kind":"Variable","name":{"kind":"Name","value":"actual"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"difference"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"excess"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"other"},"name":{"kind":"Name","value":"compareFigures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"a"},"value":{"kind":"Variable","name":{"kind":"Name","value":"otherTarget"}}},{"kind":"Argument","name":{"kind":"Name","value":"b"},"value":{"kind":"Variable","name":{"kind":"Name","value":"actual"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"difference"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]} as unknown as DocumentNode<IndustryScaleGapQuery, IndustryScaleGapQueryVariables>;
export const IssueStepsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IssueSteps"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mechanism"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"issue-closed-loop","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"归集","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"督导","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"namedSubject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mechanism"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"transition"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"steps"},"name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"attribute"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"STEP","block":false}}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"POSITION"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"valueEn"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<IssueStepsQuery, IssueStepsQueryVariables>;
export const KeyProjectsByYearDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"KeyProjectsByYear"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"earlierCount"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"project_batch/jinan-library-2023-first/PROJECT_COUNT/ACTUAL/2023","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"laterCount"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"project_batch/jinan-key-projects-2024/PROJECT_COUNT/ACTUAL/2024","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"earlierInvestment"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"project_batch/jinan-library-2023-first/TOTAL_INVESTMENT/ACTUAL/2023","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"laterInvestment"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"project_batch/jinan-key-projects-2024/TOTAL_INVESTMENT/ACTUAL/2024","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"Variable","name":{"kind":"Name","value":"earlierCount"}},{"kind":"Variable","name":{"kind":"Name","value":"earlierInvestment"}},{"kind":"Variable","name":{"kind":"Name","value":"laterCount"}},{"kind":"Variable","name":{"kind":"Name","value":"laterInvestment"}}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectBatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"metric"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"canonical"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"distinctDocuments"}},{"kind":"Field","name":{"kind":"Name","value":"observations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"count"},"name":{"kind":"Name","value":"compareFigures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"a"},"value":{"kind":"Variable","name":{"kind":"Name","value":"laterCount"}}},{"kind":"Argument","name":{"kind":"Name","value":"b"},"value":{"kind":"Variable","name":{"kind":"Name","value":"earlierCount"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"difference"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"investment"},"name":{"kind":"Name","value":"compareFigures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"a"},"value":{"kind":"Variable","name":{"kind":"Name","value":"laterInvestment"}}},{"kind":"Argument","name":{"kind":"Name","value":"b"},"value":{"kind":"Variable","name":{"kind":"Name","value":"earlierInvestment"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"difference"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]} as unknown as DocumentNode<KeyProjectsByYearQuery, KeyProjectsByYearQueryVariables>;
export const LargeProjectsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LargeProjects"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectFilter"}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"totalInvestment"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"gte"},"value":{"kind":"StringValue","value":"10","block":false}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"stage"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"PLANNING"},{"kind":"EnumValue","value":"LANDING"},{"kind":"EnumValue","value":"CONSTRUCTION"}]}}]}}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"TOTAL_INVESTMENT_DESC"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"totalInvestment"}},{"kind":"Field","name":{"kind":"Name","value":"totalInvestmentQualifier"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"role"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"OWNER"}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"chainPositions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<LargeProjectsQuery, LargeProjectsQueryVariables>;
export const LeadingIndustriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadingIndustries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"industries"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"shizhong-five-leading-industries","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"batch"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"shizhong-signing-2023-01-30","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"namedSubject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"industries"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"industries"},"name":{"kind":"Name","value":"parts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"CODE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"zones"},"name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"attribute"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"ZONE","block":false}}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"POSITION"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"valueEn"}},{"kind":"Field","name":{"kind":"Name","value":"listComplete"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"centres"},"name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"attribute"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"CENTRE","block":false}}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"POSITION"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"valueEn"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metric"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"INDUSTRY_COUNT","block":false}}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"canonical"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"computed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"batches"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"batch"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"sectors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LeadingIndustriesQuery, LeadingIndustriesQueryVariables>;
export const OverseasDelegationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OverseasDelegations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"day"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}},"defaultValue":{"kind":"StringValue","value":"2023-02-06","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trips"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"kind"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"OVERSEAS"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"departedOn"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"gte"},"value":{"kind":"Variable","name":{"kind":"Name","value":"day"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"lte"},"value":{"kind":"Variable","name":{"kind":"Name","value":"day"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"departedOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destinations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"countryCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destinationsComplete"}}]}}]}}]}}]} as unknown as DocumentNode<OverseasDelegationsQuery, OverseasDelegationsQueryVariables>;
export const ProjectFacetsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProjectFacets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"chosen"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectFilter"}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"stage"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"LANDING"}]}}]}}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"chosenButStage"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectFilter"}},"defaultValue":{"kind":"ObjectValue","fields":[]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stages"},"name":{"kind":"Name","value":"projectStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"STAGE"}]}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"chosenButStage"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"districts"},"name":{"kind":"Name","value":"projectStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DISTRICT"}]}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"chosen"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"classes"},"name":{"kind":"Name","value":"projectStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"CLASS"}]}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"chosen"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"class"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"chosen"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<ProjectFacetsQuery, ProjectFacetsQueryVariables>;
export const ProjectPagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProjectPages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectOrder"}},"defaultValue":{"kind":"EnumValue","value":"NAME"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ProjectPagesQuery, ProjectPagesQueryVariables>;
export const ProjectStagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProjectStages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mechanism"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"three-looks-three-deepenings","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"dynamic-project-library","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"mechanism"},"name":{"kind":"Name","value":"namedSubject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mechanism"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"attribute"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"STAGE","block":false}}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"POSITION"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"valueEn"}},{"kind":"Field","name":{"kind":"Name","value":"listComplete"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metric"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"STAGE_COUNT","block":false}}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"canonical"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"computed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}}]}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"before"},"name":{"kind":"Name","value":"namedSubject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"attribute"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"LIFECYCLE_STEP_2023","block":false}}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"POSITION"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"period"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ProjectStagesQuery, ProjectStagesQueryVariables>;
export const ProjectsByDistrictDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProjectsByDistrict"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"partition"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegionPartition"}}},"defaultValue":{"kind":"EnumValue","value":"REPORTING_UNIT"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"groupBy"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectDimension"}}}}},"defaultValue":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DISTRICT"},{"kind":"EnumValue","value":"STAGE"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"projectStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"groupBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"partition"},"value":{"kind":"Variable","name":{"kind":"Name","value":"partition"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"totalInvestment"}},{"kind":"Field","name":{"kind":"Name","value":"totalInvestmentKnown"}}]}}]}}]} as unknown as DocumentNode<ProjectsByDistrictQuery, ProjectsByDistrictQueryVariables>;
export const QualityEnterprisesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"QualityEnterprises"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"370100","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"region"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metric"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"comparableGroup"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"QUALITY_ENTERPRISES","block":false}}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"definition"}}]}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"canonical"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"computed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"observations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}}]}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"types"},"name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"attribute"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"ENTERPRISE_TYPE","block":false}}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"POSITION"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"valueEn"}},{"kind":"Field","name":{"kind":"Name","value":"listComplete"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<QualityEnterprisesQuery, QualityEnterprisesQueryVariables>;
export const RoundtableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Roundtable"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"event"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"quehua-guanlan-1","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"promotionEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"event"}}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"kinds"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"ROUNDTABLE"}}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"heldOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}}]}},{"kind":"Field","name":{"kind":"Name","value":"guests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"participant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Enterprise"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"partiesComplete"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metric"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"ENTERPRISE_COUNT","block":false},{"kind":"StringValue","value":"VENUE_FLOOR","block":false}]}}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"definition"}}]}},{"kind":"Field","name":{"kind":"Name","value":"canonical"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"computed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"statedMembers"}},{"kind":"Field","name":{"kind":"Name","value":"knownMembers"}},{"kind":"Field","name":{"kind":"Name","value":"complete"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}}]}},{"kind":"Field","name":{"kind":"Name","value":"observations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"issueKind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"topicsComplete"}}]}}]}}]}}]} as unknown as DocumentNode<RoundtableQuery, RoundtableQueryVariables>;
export const SearchNamesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchNames"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"text"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"biyadi","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"types"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SearchType"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}},{"kind":"Argument","name":{"kind":"Name","value":"types"},"value":{"kind":"Variable","name":{"kind":"Name","value":"types"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"matched"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Named"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SearchNamesQuery, SearchNamesQueryVariables>;
export const SigningsByDistrictDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SigningsByDistrict"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}},"defaultValue":{"kind":"StringValue","value":"2023-01-29","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}},"defaultValue":{"kind":"StringValue","value":"2023-02-14","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batchTotals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"kind"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"COLLECTIVE_SIGNING"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"heldOn"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"gte"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"lte"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projectCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalInvestment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"projectCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalInvestment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"naiveProjectCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"naiveTotalInvestment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"batches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"heldOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}}]}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metric"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"PROJECT_COUNT","block":false},{"kind":"StringValue","value":"TOTAL_INVESTMENT","block":false}]}}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"distinctDocuments"}},{"kind":"Field","name":{"kind":"Name","value":"observations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"projectCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalInvestment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isComputed"}},{"kind":"Field","name":{"kind":"Name","value":"within"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}}]}}]}}]} as unknown as DocumentNode<SigningsByDistrictQuery, SigningsByDistrictQueryVariables>;
export const SponsorshipRolesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SponsorshipRoles"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mechanism"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"project-sponsorship","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"namedSubject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mechanism"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"roles"},"name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"attribute"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"ROLE","block":false}}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"POSITION"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"valueEn"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"levels"},"name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"valueType"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"OFFICE"}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attribute"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"valueEn"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SponsorshipRolesQuery, SponsorshipRolesQueryVariables>;
export const StartUpAreaSigningsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StartUpAreaSignings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"JNZ-SU","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"part"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"project_batch/start-up-area-signed-industrial/TOTAL_INVESTMENT/ACTUAL","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"whole"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"project_batch/start-up-area-signed/TOTAL_INVESTMENT/ACTUAL","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"partCount"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"project_batch/start-up-area-signed-industrial/PROJECT_COUNT/ACTUAL","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"wholeCount"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"project_batch/start-up-area-signed/PROJECT_COUNT/ACTUAL","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sameNumber"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"project_batch/gangcheng-signing-2023-02-09/PROJECT_COUNT/ACTUAL","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"Variable","name":{"kind":"Name","value":"partCount"}},{"kind":"Variable","name":{"kind":"Name","value":"part"}},{"kind":"Variable","name":{"kind":"Name","value":"wholeCount"}},{"kind":"Variable","name":{"kind":"Name","value":"whole"}},{"kind":"Variable","name":{"kind":"Name","value":"sameNumber"}}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectBatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"metric"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"canonical"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"distinctDocuments"}},{"kind":"Field","name":{"kind":"Name","value":"observations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"share"},"name":{"kind":"Name","value":"compareFigures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"a"},"value":{"kind":"Variable","name":{"kind":"Name","value":"part"}}},{"kind":"Argument","name":{"kind":"Name","value":"b"},"value":{"kind":"Variable","name":{"kind":"Name","value":"whole"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"ratio"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"mean"},"name":{"kind":"Name","value":"meanFigure"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"total"},"value":{"kind":"Variable","name":{"kind":"Name","value":"part"}}},{"kind":"Argument","name":{"kind":"Name","value":"count"},"value":{"kind":"Variable","name":{"kind":"Name","value":"partCount"}}},{"kind":"Argument","name":{"kind":"Name","value":"decimals"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"wholeCount"},"name":{"kind":"Name","value":"figure"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"wholeCount"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"canonical"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"totals"},"name":{"kind":"Name","value":"batchTotals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"region"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}}]}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"kind"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"CUMULATIVE_SIGNING"}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"within"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"sameNumber"},"name":{"kind":"Name","value":"compareFigures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"a"},"value":{"kind":"Variable","name":{"kind":"Name","value":"partCount"}}},{"kind":"Argument","name":{"kind":"Name","value":"b"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sameNumber"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}}]}}]} as unknown as DocumentNode<StartUpAreaSigningsQuery, StartUpAreaSigningsQueryVariables>;
export const StrategicAgreementDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StrategicAgreement"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"event"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"pku-agreement-2023","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"promotionEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"event"}}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"kinds"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"AGREEMENT"}}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"heldOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}},{"kind":"Field","name":{"kind":"Name","value":"derivation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"guests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"participant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Institution"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreementAreas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"topicsComplete"}}]}}]}}]}}]} as unknown as DocumentNode<StrategicAgreementQuery, StrategicAgreementQueryVariables>;
export const SuppliersByDistrictDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SuppliersByDistrict"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"chain"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"byd","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"partition"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegionPartition"}}},"defaultValue":{"kind":"EnumValue","value":"REPORTING_UNIT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"chain"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"anchor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"suppliersByDistrict"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"partition"},"value":{"kind":"Variable","name":{"kind":"Name","value":"partition"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"supplierCount"}},{"kind":"Field","name":{"kind":"Name","value":"statedProjectCount"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"suppliers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enterprise"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"supplies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"position"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"totalInvestment"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SuppliersByDistrictQuery, SuppliersByDistrictQueryVariables>;
export const VisitTopicsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"VisitTopics"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"event"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"huawei-visit-2023-01-29","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"promotionEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"event"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"hosts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"participant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Region"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Office"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"guests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"participant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Enterprise"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Office"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"topics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"topicsComplete"}}]}}]}}]}}]} as unknown as DocumentNode<VisitTopicsQuery, VisitTopicsQueryVariables>;
export const VisitingEnterprisesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"VisitingEnterprises"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}},"defaultValue":{"kind":"StringValue","value":"2023-01-29","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"promotionEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"kinds"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"VISIT"}}]}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"heldOn"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"gte"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"HELD_ON"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"heldOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}},{"kind":"Field","name":{"kind":"Name","value":"derivation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partiesComplete"}},{"kind":"Field","name":{"kind":"Name","value":"guests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"participant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Enterprise"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Office"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"enterprises"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"promotionEvents"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"kinds"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"VISIT"}}]}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"heldOn"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"gte"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}}]}}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<VisitingEnterprisesQuery, VisitingEnterprisesQueryVariables>;