import { parse } from 'yaml';

/** What is read of a template of CloudFormation. */
interface Template<Resource> {
  readonly Resources?: Readonly<Record<string, Resource>> | null;
}

/** The resources of a template, in JSON or in YAML; undefined where it is neither. */
export function tryTemplateResources<Resource>(body: unknown): Readonly<Record<string, Resource>> | undefined {
  if (body === undefined || body === null) return {};
  const template = tryParsed<Resource>(String(body));
  return typeof template === 'object' && template !== null ? (template.Resources ?? {}) : undefined;
}

function tryParsed<Resource>(text: string): Template<Resource> | null | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return tryYaml(text);
  }
}

/** Short forms of functions have to stay different from what they are called with (CloudFormation User Guide, "Intrinsic functions"). */
const functions = [
  'Ref',
  'Condition',
  'Sub',
  'GetAtt',
  'If',
  'Join',
  'Select',
  'FindInMap',
  'Equals',
  'Not',
  'And',
  'Or',
];

const customTags = functions.map((name) => ({
  tag: `!${name}`,
  resolve: (value: string) => ({ [name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`]: value }),
}));

function tryYaml<Resource>(text: string): Template<Resource> | null | undefined {
  try {
    return parse(text, { customTags, logLevel: 'error' });
  } catch {
    return undefined;
  }
}
