import { type DocumentNode, type FragmentDefinitionNode, Kind } from 'graphql';

export function fragmentNamed(
  { definitions }: DocumentNode,
  name: string,
): FragmentDefinitionNode | undefined {
  return definitions.find(
    (made): made is FragmentDefinitionNode =>
      made.kind === Kind.FRAGMENT_DEFINITION && made.name.value === name,
  );
}
