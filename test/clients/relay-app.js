/** What a Relay app holds, for the compiler to read: one list, paged either way, and what it shows. */
import relay from 'relay-runtime';

const { graphql } = relay;

export const page = graphql`
  query relayAppQuery($code: String!, $first: Int, $last: Int) {
    region(code: $code) {
      id
      ...relayApp_projects @arguments(first: $first, last: $last)
    }
  }
`;

export const list = graphql`
  fragment relayApp_projects on Region
  @argumentDefinitions(
    first: { type: "Int" }
    after: { type: "String" }
    last: { type: "Int" }
    before: { type: "String" }
  )
  @refetchable(queryName: "relayAppProjectsQuery") {
    projects(first: $first, after: $after, last: $last, before: $before, orderBy: NAME)
      @connection(key: "relayApp_projects") {
      edges {
        node {
          id
          ...relayApp_item
        }
      }
    }
  }
`;

export const item = graphql`
  fragment relayApp_item on Project @refetchable(queryName: "relayAppItemQuery") {
    __typename
    ... on Named {
      code
      name
    }
    startedOn {
      certainty
    }
    participants(first: 5) {
      nodes {
        organisation {
          id
          kind
          ... on Enterprise {
            creditCode
          }
        }
      }
    }
  }
`;
