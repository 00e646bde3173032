/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** 变动类型 · What happened to a project. */
export type ProjectUpdateKind =
  /** 更正链上席位 · Its place in an industry chain is at another node. */
  | 'CHAIN_PLACE_CORRECTED'
  /** 出链 · It left a place in an industry chain. */
  | 'CHAIN_PLACE_LEFT'
  /** 入链 · It took a place in an industry chain. */
  | 'CHAIN_PLACE_TAKEN'
  /** 企业合并 · An organisation that takes part in it was merged into another. */
  | 'ENTERPRISES_MERGED'
  /** 企业拆分 · Such a merge was taken back. */
  | 'ENTERPRISES_SPLIT'
  /** 撤销导入 · What an import had written of it was taken back. */
  | 'IMPORT_UNDONE'
  /** 报送投资 · Its investment of a period was reported. */
  | 'INVESTMENT_REPORTED'
  /** 线索转项目 · It was made of a lead, or a lead turned out to be it. */
  | 'LEAD_BECAME_PROJECT'
  /** 更正线索 · A lead about it was corrected. */
  | 'LEAD_CORRECTED'
  /** 登记线索 · A lead about it was noted on a trip. */
  | 'LEAD_RECORDED'
  /** 其他变动 · A change of a kind that this server is too old to name. */
  | 'OTHER'
  /** 移出可见范围 · It left what its follower may see; nothing more is told of it, so remove it. */
  | 'OUT_OF_SIGHT'
  /** 前期项目恢复 · The phase before it came back into the library. */
  | 'PREDECESSOR_RESTORED'
  /** 前期项目退库 · The phase before it left the library. */
  | 'PREDECESSOR_WITHDRAWN'
  /** 项目加入批次 · It was counted to a batch. */
  | 'PROJECT_ADDED_TO_BATCH'
  /** 项目别名登记 · Another name of it was noted. */
  | 'PROJECT_ALIASED'
  /** 更正项目 · Something of it was corrected. */
  | 'PROJECT_CORRECTED'
  /** 新建项目 · It was created. */
  | 'PROJECT_CREATED'
  /** 项目调整属地 · It moved to another place. */
  | 'PROJECT_MOVED'
  /** 增加参与方 · An organisation's part in it was noted. */
  | 'PROJECT_PARTICIPANT_ADDED'
  /** 移除参与方 · An organisation's part in it is over. */
  | 'PROJECT_PARTICIPANT_REMOVED'
  /** 项目登记 · It was taken in from a source, or brought up to date from one. */
  | 'PROJECT_REGISTERED'
  /** 项目移出批次 · It is counted to a batch no longer. */
  | 'PROJECT_REMOVED_FROM_BATCH'
  /** 恢复项目 · It was withdrawn, and is back. */
  | 'PROJECT_RESTORED'
  /** 项目进入阶段 · It moved to another stage. */
  | 'PROJECT_STAGE_MOVED'
  /** 项目状态登记 · What a source says of its status was noted. */
  | 'PROJECT_STATUS_RECORDED'
  /** 项目退库 · It was withdrawn, and is gone. */
  | 'PROJECT_WITHDRAWN'
  /** 来源值登记 · What a source says of one of its values was noted. */
  | 'VALUE_CLAIMED';

export type KeptProjectFragment = { readonly id: string, readonly code: string, readonly version: number, readonly name: string, readonly stage: ProjectStage | null, readonly totalInvestment: string | null, readonly district: { readonly code: string, readonly name: string } | null };

export type SightFragment = { readonly role: string, readonly districts: ReadonlyArray<{ readonly code: string }> | null };

export type WhatWeSeeQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatWeSeeQuery = { readonly viewer: { readonly role: string, readonly districts: ReadonlyArray<{ readonly code: string }> | null } };

export type ProjectPageQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ProjectPageQuery = { readonly viewer: { readonly role: string, readonly districts: ReadonlyArray<{ readonly code: string }> | null }, readonly updatesHead: { readonly cursor: string }, readonly projects: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly version: number, readonly name: string, readonly stage: ProjectStage | null, readonly totalInvestment: string | null, readonly district: { readonly code: string, readonly name: string } | null }> } };

export type UpdateFragment = { readonly id: string, readonly cursor: string, readonly occurredAt: string, readonly kind: ProjectUpdateKind, readonly projectId: string, readonly projectCode: string, readonly version: number, readonly project: { readonly id: string, readonly code: string, readonly version: number, readonly name: string, readonly stage: ProjectStage | null, readonly totalInvestment: string | null, readonly district: { readonly code: string, readonly name: string } | null } | null };

export type FollowSubscriptionVariables = Exact<{
  after: string;
}>;


export type FollowSubscription = { readonly projectUpdates:
    | { readonly __typename: 'Heartbeat', readonly cursor: string }
    | { readonly __typename: 'ProjectUpdate', readonly id: string, readonly cursor: string, readonly occurredAt: string, readonly kind: ProjectUpdateKind, readonly projectId: string, readonly projectCode: string, readonly version: number, readonly project: { readonly id: string, readonly code: string, readonly version: number, readonly name: string, readonly stage: ProjectStage | null, readonly totalInvestment: string | null, readonly district: { readonly code: string, readonly name: string } | null } | null }
   };

export type FeedQueryVariables = Exact<{
  after: string;
}>;


export type FeedQuery = { readonly projectUpdatesFeed: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'ProjectUpdate', readonly id: string, readonly cursor: string, readonly occurredAt: string, readonly kind: ProjectUpdateKind, readonly projectId: string, readonly projectCode: string, readonly version: number, readonly project: { readonly id: string, readonly code: string, readonly version: number, readonly name: string, readonly stage: ProjectStage | null, readonly totalInvestment: string | null, readonly district: { readonly code: string, readonly name: string } | null } | null }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const SightFragmentDoc = new TypedDocumentString(`
    fragment Sight on Viewer {
  role
  districts {
    code
  }
}
    `, {"fragmentName":"Sight"}) as unknown as TypedDocumentString<SightFragment, unknown>;
export const KeptProjectFragmentDoc = new TypedDocumentString(`
    fragment KeptProject on Project {
  id
  code
  version
  name
  stage
  totalInvestment
  district {
    code
    name
  }
}
    `, {"fragmentName":"KeptProject"}) as unknown as TypedDocumentString<KeptProjectFragment, unknown>;
export const UpdateFragmentDoc = new TypedDocumentString(`
    fragment Update on ProjectUpdate {
  id
  cursor
  occurredAt
  kind
  projectId
  projectCode
  version
  project {
    ...KeptProject
  }
}
    fragment KeptProject on Project {
  id
  code
  version
  name
  stage
  totalInvestment
  district {
    code
    name
  }
}`, {"fragmentName":"Update"}) as unknown as TypedDocumentString<UpdateFragment, unknown>;
export const WhatWeSeeDocument = new TypedDocumentString(`
    query WhatWeSee {
  viewer {
    ...Sight
  }
}
    fragment Sight on Viewer {
  role
  districts {
    code
  }
}`) as unknown as TypedDocumentString<WhatWeSeeQuery, WhatWeSeeQueryVariables>;
export const ProjectPageDocument = new TypedDocumentString(`
    query ProjectPage($after: String) {
  viewer {
    ...Sight
  }
  updatesHead {
    cursor
  }
  projects(first: 200, after: $after, orderBy: CODE) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...KeptProject
    }
  }
}
    fragment KeptProject on Project {
  id
  code
  version
  name
  stage
  totalInvestment
  district {
    code
    name
  }
}
fragment Sight on Viewer {
  role
  districts {
    code
  }
}`) as unknown as TypedDocumentString<ProjectPageQuery, ProjectPageQueryVariables>;
export const FollowDocument = new TypedDocumentString(`
    subscription Follow($after: String!) {
  projectUpdates(after: $after) {
    __typename
    ...Update
    ... on Heartbeat {
      cursor
    }
  }
}
    fragment KeptProject on Project {
  id
  code
  version
  name
  stage
  totalInvestment
  district {
    code
    name
  }
}
fragment Update on ProjectUpdate {
  id
  cursor
  occurredAt
  kind
  projectId
  projectCode
  version
  project {
    ...KeptProject
  }
}`) as unknown as TypedDocumentString<FollowSubscription, FollowSubscriptionVariables>;
export const FeedDocument = new TypedDocumentString(`
    query Feed($after: String!) {
  projectUpdatesFeed(after: $after, first: 200) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      ...Update
    }
  }
}
    fragment KeptProject on Project {
  id
  code
  version
  name
  stage
  totalInvestment
  district {
    code
    name
  }
}
fragment Update on ProjectUpdate {
  id
  cursor
  occurredAt
  kind
  projectId
  projectCode
  version
  project {
    ...KeptProject
  }
}`) as unknown as TypedDocumentString<FeedQuery, FeedQueryVariables>;