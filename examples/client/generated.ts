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

export type DistrictsQueryVariables = Exact<{
  after?: string | null | undefined;
  projects?: number;
}>;


export type DistrictsQuery = { readonly districts: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly projects: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly stage: ProjectStage | null, readonly totalInvestment: string | null, readonly totalInvestmentQualifier: Qualifier | null, readonly evidence: { readonly paragraph: number | null, readonly document: { readonly title: string } } }> } }> } };

export type MoreProjectsQueryVariables = Exact<{
  district: string;
  after?: string | null | undefined;
  projects?: number;
}>;


export type MoreProjectsQuery = { readonly node:
    | { readonly projects: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly stage: ProjectStage | null, readonly totalInvestment: string | null, readonly totalInvestmentQualifier: Qualifier | null, readonly evidence: { readonly paragraph: number | null, readonly document: { readonly title: string } } }> } }
    | Record<PropertyKey, never>
   | null };

export type ProjectPageFragment = { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly stage: ProjectStage | null, readonly totalInvestment: string | null, readonly totalInvestmentQualifier: Qualifier | null, readonly evidence: { readonly paragraph: number | null, readonly document: { readonly title: string } } }> };

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
export const ProjectPageFragmentDoc = new TypedDocumentString(`
    fragment ProjectPage on ProjectConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    code
    name
    stage
    totalInvestment
    totalInvestmentQualifier
    evidence {
      document {
        title
      }
      paragraph
    }
  }
}
    `, {"fragmentName":"ProjectPage"}) as unknown as TypedDocumentString<ProjectPageFragment, unknown>;
export const DistrictsDocument = new TypedDocumentString(`
    query Districts($after: String, $projects: Int! = 50) {
  districts(first: 50, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      code
      name
      projects(first: $projects) {
        ...ProjectPage
      }
    }
  }
}
    fragment ProjectPage on ProjectConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    code
    name
    stage
    totalInvestment
    totalInvestmentQualifier
    evidence {
      document {
        title
      }
      paragraph
    }
  }
}`) as unknown as TypedDocumentString<DistrictsQuery, DistrictsQueryVariables>;
export const MoreProjectsDocument = new TypedDocumentString(`
    query MoreProjects($district: ID!, $after: String, $projects: Int! = 50) {
  node(id: $district) {
    ... on Region {
      projects(first: $projects, after: $after) {
        ...ProjectPage
      }
    }
  }
}
    fragment ProjectPage on ProjectConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    code
    name
    stage
    totalInvestment
    totalInvestmentQualifier
    evidence {
      document {
        title
      }
      paragraph
    }
  }
}`) as unknown as TypedDocumentString<MoreProjectsQuery, MoreProjectsQueryVariables>;