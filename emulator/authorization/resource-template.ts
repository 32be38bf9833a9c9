import { isObject } from '../toolkit/json';
import type { ActionResourceType } from './action-facts';
import { type Input, type JudgedCall, member, texts } from './judged-call';

/** An ARN of a type of resource, with what the request tells. */
interface Filled {
  readonly arn: string;
  /** Whether the request names the resource, or the type has one resource per account and region. */
  readonly told: boolean;
}

/**
 * Fills the ARN of a type of resource from a request: by ARNs of that type in it, and by the members that are named after the
 * variables. What is not told stays `*`. A request that tells both is about both, so that an ARN in a description hides nothing.
 */
export function fillTemplate(type: ActionResourceType, call: JudgedCall): readonly Filled[] {
  const arns = [...new Set(arnsIn(call.input).filter(arnPattern(type.arn)))].map((arn) => ({ arn, told: true }));
  const named = fillByName(type, call);
  return arns.length > 0 ? [...arns, ...named.filter(({ told }) => told)] : named;
}

function fillByName(type: ActionResourceType, call: JudgedCall): readonly Filled[] {
  const variables = [...type.arn.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name);
  const own = variables.filter((name) => !Object.hasOwn(scopeVariables, name));
  const values = own.map((variable) => namesOf(variable, type.name, call));
  // Several names of the last part are several resources; of any other part there is one.
  const last = values.at(-1) ?? [];
  return (last.length > 0 ? last : [undefined]).map((name) => {
    const filled = new Map(
      own.map((variable, index) => [variable, index === own.length - 1 ? name : values[index]?.[0]]),
    );
    const arn = type.arn.replace(/\$\{(\w+)\}/g, (_, variable: string) =>
      variable in scopeVariables ? (scopeVariables[variable]?.(call) ?? '*') : (filled.get(variable) ?? '*'),
    );
    return { arn, told: own.length === 0 || [...filled.values()].some((value) => value !== undefined) };
  });
}

const scopeVariables: Readonly<Record<string, (call: JudgedCall) => string>> = {
  Partition: () => 'aws',
  Region: ({ region }) => region,
  Account: ({ account }) => account,
};

/** Whether an ARN is one of the type. */
function arnPattern(template: string): (arn: string) => boolean {
  const escaped = template
    .replace(/[.*+?^()|[\]\\]/g, '\\$&')
    .replace(/\$\{(\w+)\}/g, (_, name) => (name === 'Partition' ? 'aws' : '[^:]*?'));
  const pattern = new RegExp(`^${escaped}$`);
  return (arn) => pattern.test(arn);
}

/** ARNs among the values of a request, one level deep at most: deeper ones are about other resources than the request is. */
const arnsIn = (input: Input): readonly string[] =>
  Object.values(input)
    .flatMap((value) => (isObject(value) ? Object.values(value) : [value]))
    .flatMap(texts)
    .filter((value) => /^arn:aws:[^:]+:[^:]*:[^:]*:./.test(value));

/** Values of the members that a variable of an ARN may be named after: `WorkGroupName` is `WorkGroup`, and `Name` of CreateWorkGroup. */
function namesOf(variable: string, type: string, { operation, input }: JudgedCall): readonly string[] {
  const stem = variable.replace(/(Name|Id)(WithPath)?$/, '');
  const camelType = type.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
  const stems = [...new Set([stem, camelType])].filter((noun) => noun !== '');
  const isSubject = stems.some((noun) => new RegExp(`^[A-Z][a-z]+${noun}$`, 'i').test(operation));
  const endings = variable.endsWith('Id') ? ['Id', 'Identifier'] : ['Name', 'Id', 'Identifier'];
  const candidates = [
    variable,
    ...stems.flatMap((noun) => [
      ...endings.map((ending) => noun + ending),
      ...(stem === '' ? [] : [noun, `${noun}Names`, `${noun}Ids`]),
    ]),
    ...(isSubject ? endings : []),
  ];
  for (const candidate of candidates) {
    const value = member(input, candidate);
    const names = isObject(value) ? texts(member(value, 'Name') ?? member(value, variable)) : texts(value);
    const plain = names.filter((name) => name !== '' && !name.startsWith('arn:'));
    if (plain.length > 0) return plain;
  }
  const nested = stems.map((noun) => member(input, `${noun}Input`)).find(isObject);
  return nested ? texts(member(nested, 'Name')) : [];
}
