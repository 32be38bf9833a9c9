import type { ActionStatus, Tag } from '@aws-sdk/client-sagemaker';
import type { Shape } from '../sagemaker/api';
import { invalid } from '../sagemaker/errors';
import type { Entity, EntityKind, Source } from './state';

/** What a Create call asks for, under the same names for each kind. */
export interface NewEntity {
  readonly name: string | undefined;
  readonly type: string | undefined;
  readonly source: Source | undefined;
  readonly properties: Readonly<Record<string, string>> | undefined;
  readonly description?: string | undefined;
  readonly status?: ActionStatus | undefined;
  readonly tags: readonly Shape<Tag>[] | undefined;
}

/** What the three kinds of entities do not share. Source: the service model of SageMaker, 2017-07-24. */
const models: Readonly<Record<EntityKind, { name: RegExp; nameRequired: boolean; value: number }>> = {
  Artifact: { name: /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}$/, nameRequired: false, value: 4096 },
  Context: { name: /^[a-zA-Z0-9]([-_]*[a-zA-Z0-9]){0,119}$/, nameRequired: true, value: 2500 },
  Action: { name: /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}$/, nameRequired: true, value: 2500 },
};

const statuses: readonly ActionStatus[] = ['Unknown', 'InProgress', 'Completed', 'Failed', 'Stopping', 'Stopped'];
const mostProperties = 30;
const mostDescription = 3072;
const mostUri = 2048;

/** Reads what a Create call asks for: everything of an entity that its maker decides. */
export function readEntity(
  kind: EntityKind,
  { name, type, source, properties, description, status }: NewEntity,
): Omit<Entity, 'arn' | 'created' | 'modified'> {
  if (type === undefined) throw missing(`${kind}Type`);
  if (!source?.SourceUri) throw missing('Source.SourceUri');
  if (source.SourceUri.length > mostUri) throw tooLong('Source.SourceUri', mostUri);
  if (name === undefined && models[kind].nameRequired) throw missing(`${kind}Name`);
  return {
    kind,
    type,
    name: name === undefined ? undefined : readName(kind, name),
    source,
    properties: readProperties(kind, properties),
    description: readDescription(description),
    status: readStatus(status),
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
export function readProperties(
  kind: EntityKind,
  properties: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const { value: most } = models[kind];
  if (Object.keys(properties).length > mostProperties)
    throw invalid(`Value at 'Properties' must have at most ${mostProperties} entries.`);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value !== 'string') throw invalid(`Value of '${key}' at 'Properties' must be a string.`);
    if (value.length > most) throw tooLong(`Properties.${key}`, most);
  }
  return properties;
}

/** The description, where it is not too long. */
export function readDescription(description: string | undefined): string | undefined {
  if ((description?.length ?? 0) > mostDescription) throw tooLong('Description', mostDescription);
  return description;
}

/** The status, where it is one of an action's. */
export function readStatus(status: ActionStatus | undefined): ActionStatus | undefined {
  if (status === undefined || statuses.includes(status)) return status;
  throw invalid(`Value '${status}' at 'Status' must satisfy enum value set: [${statuses.join(', ')}]`);
}

const missing = (member: string) => invalid(`Value null at '${member}' must not be null.`);
const tooLong = (member: string, most: number) =>
  invalid(`Value at '${member}' must have length less than or equal to ${most}.`);
