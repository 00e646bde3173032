export const schema = /* GraphQL */ `
  type Query {
    districts(codes: [String!]!): [District!]!
    projects(stage: String!, first: Int!, after: String): ProjectPage!
    project(code: String!): Project
    projectStats(least: String!): [ProjectStat!]!
    chains(codes: [String!]!): [Chain!]!
  }
  type District {
    code: String!
    name: String!
    suppliers(chain: String!, first: Int!): [Supplier!]!
    stages: [StageStat!]!
    largest(first: Int!): [Project!]!
  }
  type Supplier {
    enterprise: Enterprise!
    basis: String!
    projects(first: Int!): [Project!]!
  }
  type Enterprise {
    code: String!
    name: String!
    creditCode: String
    projects(first: Int!): [Project!]!
  }
  type Project {
    code: String!
    name: String!
    stage: String
    totalInvestment: String
    district: District
    owner: Enterprise
    chainNode: ChainNode
  }
  type ProjectPage {
    nodes: [Project!]!
    pageInfo: PageInfo!
  }
  type PageInfo {
    hasNextPage: Boolean!
    endCursor: String
  }
  type StageStat {
    stage: String
    count: Int!
    totalInvestment: String
  }
  type ProjectStat {
    district: String
    stage: String
    class: String
    count: Int!
    totalInvestment: String
  }
  type Chain {
    code: String!
    name: String!
    nodes: [ChainNode!]!
  }
  type ChainNode {
    name: String!
    position: String!
    supplies(first: Int!): [Supply!]!
  }
  type Supply {
    product: String!
    tier: Int!
    supplier: Enterprise!
  }
`;
