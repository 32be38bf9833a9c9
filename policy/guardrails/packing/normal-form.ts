import type { PolicyStatement } from '../organization-policy';
import { withoutCovered } from './actions';

type OneOrMore = string | readonly string[];

/** The values as a list; none where there are none. */
export const listOf = (values: OneOrMore | undefined): readonly string[] =>
  typeof values === 'string' ? [values] : (values ?? []);

/**
 * The same statement in the fewest characters: elements and condition keys in a fixed order, lists sorted, each value once, a single
 * value without its list. IAM gives the order of a list no meaning.
 */
export function normalForm(statement: PolicyStatement): PolicyStatement {
  const { Sid, Effect, Principal, Action, NotAction, Resource, NotResource, Condition } = statement;
  return {
    ...(Sid && { Sid }),
    Effect,
    ...(Principal && { Principal }),
    ...(Action && { Action: unwrapped(withoutCovered(listOf(Action))) }),
    ...(NotAction && { NotAction: unwrapped(withoutCovered(listOf(NotAction))) }),
    ...(Resource && { Resource: sortedValues(Resource) }),
    ...(NotResource && { NotResource: sortedValues(NotResource) }),
    ...(Condition && { Condition: mapSorted(Condition, (keys) => mapSorted(keys, sortedValues)) }),
  };
}

const unwrapped = (values: readonly string[]): OneOrMore => (values.length === 1 ? values.join() : values);

const sortedValues = (values: OneOrMore): OneOrMore => unwrapped([...new Set(listOf(values))].sort());

const mapSorted = <From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> =>
  Object.fromEntries(
    Object.entries(record)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, map(value)]),
  );
