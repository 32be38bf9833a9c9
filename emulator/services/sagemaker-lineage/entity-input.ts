import type { Json } from '../../toolkit/untyped';
import { invalid } from '../sagemaker/errors';
import type { Entity, EntityKind } from './state';

/** What the three kinds of entities do not share. Source: the service model of SageMaker, 2017-07-24. */
const models: Readonly<Record<EntityKind, { name: RegExp; nameRequired: boolean; value: number; members: string[] }>> =
  {
    Artifact: { name: /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}$/, nameRequired: false, value: 4096, members: [] },
    Context: {
      name: /^[a-zA-Z0-9]([-_]*[a-zA-Z0-9]){0,119}$/,
      nameRequired: true,
      value: 2500,
      members: ['Description'],
    },
    Action: {
      name: /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}$/,
      nameRequired: true,
      value: 2500,
      members: ['Description', 'Status'],
    },
  };

const statuses = ['Unknown', 'InProgress', 'Completed', 'Failed', 'Stopping', 'Stopped'];
const mostProperties = 30;
const mostDescription = 3072;
const mostUri = 2048;

/** Members that an Update call may change. */
export const changeable = (kind: EntityKind): readonly string[] => models[kind].members;

/** Reads the input of a Create call; the ARN is not part of it. */
export function readEntity(kind: EntityKind, input: Json): Omit<Entity, 'arn'> {
  const type = input[`${kind}Type`];
  if (type === undefined) throw missing(`${kind}Type`);
  if (!input.Source?.SourceUri) throw missing('Source.SourceUri');
  if (input.Source.SourceUri.length > mostUri) throw tooLong('Source.SourceUri', mostUri);
  const name = input[`${kind}Name`];
  if (name === undefined && models[kind].nameRequired) throw missing(`${kind}Name`);
  return {
    kind,
    type,
    name: name === undefined ? undefined : readName(kind, name),
    source: input.Source,
    properties: readProperties(kind, input.Properties),
    members: readMembers(kind, input),
  };
}

/** The name, where its kind may have it. */
export function readName(kind: EntityKind, name: string): string {
  if (models[kind].name.test(name)) return name;
  throw invalid(
    `Value '${name}' at '${kind}Name' must satisfy regular expression pattern: ${models[kind].name.source}`,
  );
}

/** Properties within their limits; none where none are given. */
export function readProperties(kind: EntityKind, properties: Json = {}): Readonly<Record<string, string>> {
  const { value: most } = models[kind];
  if (Object.keys(properties).length > mostProperties)
    throw invalid(`Value at 'Properties' must have at most ${mostProperties} entries.`);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value !== 'string') throw invalid(`Value of '${key}' at 'Properties' must be a string.`);
    if (value.length > most) throw tooLong(`Properties.${key}`, most);
  }
  return properties;
}

/** Those of the members that the call has. */
export function readMembers(kind: EntityKind, input: Json): Json {
  const { Description, Status } = input;
  if (Description?.length > mostDescription) throw tooLong('Description', mostDescription);
  if (Status !== undefined && !statuses.includes(Status))
    throw invalid(`Value '${Status}' at 'Status' must satisfy enum value set: [${statuses.join(', ')}]`);
  return Object.fromEntries(models[kind].members.filter((name) => name in input).map((name) => [name, input[name]]));
}

const missing = (member: string) => invalid(`Value null at '${member}' must not be null.`);
const tooLong = (member: string, most: number) =>
  invalid(`Value at '${member}' must have length less than or equal to ${most}.`);
