import type { Json } from '../../toolkit/untyped';
import { invalid, notEmulated } from './errors';

/** One resource of a template, with the values of parameters in it. */
export interface Declaration {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Json;
  /** `DeletionPolicy: Retain`: it stays when it leaves the stack. */
  readonly retained: boolean;
  /** `UpdateReplacePolicy: Retain`: it stays when another takes its place. */
  readonly retainedOnReplace: boolean;
}

/** CloudFormation User Guide, "Understand CloudFormation quotas". */
const BODY_BYTES = 51_200;

const SECTIONS = ['AWSTemplateFormatVersion', 'Description', 'Metadata', 'Parameters', 'Resources'];
const ATTRIBUTES = ['Type', 'Properties', 'DeletionPolicy', 'UpdateReplacePolicy', 'Metadata'];

/**
 * The resources of a template body.
 *
 * @param known resource types
 * @throws AwsError with what CloudFormation says of a template that it does not take
 */
export function readTemplate(
  body: string,
  parameters: Readonly<Record<string, string>>,
  known: readonly string[],
): Declaration[] {
  if (Buffer.byteLength(body) > BODY_BYTES)
    throw invalid(
      `1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to ${BODY_BYTES}`,
    );
  const template = parsed(body);
  const strange = Object.keys(template).filter((section) => !SECTIONS.includes(section));
  if (strange.includes('Outputs') || strange.includes('Conditions')) throw notEmulated('Outputs and Conditions');
  if (strange.length > 0) throw invalid(`Invalid template property or properties [${strange.join(', ')}]`);
  const version = template.AWSTemplateFormatVersion ?? '2010-09-09';
  if (version !== '2010-09-09')
    throw invalid(`Template format error: unsupported value for AWSTemplateFormatVersion: ${version}`);
  const values = parameterValues(template.Parameters ?? {}, parameters);
  const resources: [string, Json][] = Object.entries(template.Resources ?? {});
  if (resources.length === 0) throw invalid('Template format error: At least one Resources member must be defined.');
  const types = [...new Set(resources.map(([, { Type }]) => Type))].filter((type) => !known.includes(type));
  if (types.length > 0) throw invalid(`Template format error: Unrecognized resource types: [${types.join(', ')}]`);
  return resources.map(([logicalId, resource]) => declaration(logicalId, resource, values));
}

function parsed(body: string): Json {
  if (!body.trimStart().startsWith('{')) throw notEmulated('templates in YAML');
  try {
    return JSON.parse(body);
  } catch {
    throw invalid('Template format error: JSON not well-formed.');
  }
}

/** The value of each declared parameter. */
function parameterValues(declared: Json, given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(declared, name));
  if (unknown.length > 0) throw invalid(`Parameters: [${unknown.join(', ')}] do not exist in the template`);
  const values = Object.fromEntries(
    Object.entries<Json>(declared).map(([name, { Default }]) => [name, given[name] ?? Default]),
  );
  const missing = Object.keys(values).filter((name) => values[name] === undefined);
  if (missing.length > 0) throw invalid(`Parameters: [${missing.join(', ')}] must have values`);
  return values;
}

function declaration(logicalId: string, resource: Json, values: Readonly<Record<string, string>>): Declaration {
  if (!/^[A-Za-z0-9]{1,255}$/.test(logicalId))
    throw invalid(`Template format error: Resource name ${logicalId} is non alphanumeric.`);
  const strange = Object.keys(resource).filter((attribute) => !ATTRIBUTES.includes(attribute));
  if (strange.length > 0) throw invalid(`Invalid template resource property '${strange[0]}'`);
  return {
    logicalId,
    type: resource.Type,
    properties: resolved(resource.Properties ?? {}, values),
    retained: isRetained('DeletionPolicy', resource.DeletionPolicy),
    retainedOnReplace: isRetained('UpdateReplacePolicy', resource.UpdateReplacePolicy),
  };
}

function isRetained(attribute: string, policy: unknown): boolean {
  if (policy === undefined || policy === 'Delete') return false;
  if (policy === 'Retain') return true;
  throw invalid(`Template format error: Unrecognized ${attribute} ${policy} for the resource.`);
}

/** Puts the values of parameters in place of their `Ref`. */
function resolved(value: Json[string], values: Readonly<Record<string, string>>): Json[string] {
  if (typeof value === 'string' && value.includes('{{resolve:')) throw notEmulated('dynamic references');
  if (Array.isArray(value)) return value.map((item) => resolved(item, values));
  if (typeof value !== 'object' || value === null) return value;
  const [name, ...others] = Object.keys(value);
  if (others.length === 0 && name?.startsWith('Fn::')) throw notEmulated(name);
  if (others.length > 0 || name !== 'Ref')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolved(item, values)]));
  if (!Object.hasOwn(values, value.Ref))
    throw invalid(
      `Template format error: Unresolved resource dependencies [${value.Ref}] in the Resources block of the template`,
    );
  return values[value.Ref];
}
