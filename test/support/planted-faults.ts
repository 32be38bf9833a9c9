import type { Elements } from '../../policy/iam/statement-test';
import type { Request } from '../../proof/request';

/** A statement with one thing wrong with it. */
export interface Fault {
  readonly kind: 'statement removed' | 'value dropped' | 'pattern widened' | 'condition dropped' | 'operator swapped';
  /** What was done: `Condition.StringEquals.aws:RequestedRegion without eu-central-1`. */
  readonly what: string;
  /** Undefined where the whole statement is gone. */
  readonly statement: Elements | undefined;
}

type Condition = NonNullable<Elements['Condition']>;
type Keys = Condition[string];

const listOf = (values: string | readonly string[] = []): readonly string[] => [values].flat();
const lists = ['Action', 'NotAction', 'Resource', 'NotResource'] as const;

/** Every fault of some kinds that a statement may have. */
export const faultsOf = (statement: Elements): readonly Fault[] => [
  { kind: 'statement removed', what: 'all of it', statement: undefined },
  ...lists.flatMap((list) => faultsOfList(statement, list)),
  ...Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
    faultsOfOperator(statement, operator, keys),
  ),
];

function faultsOfList(statement: Elements, list: (typeof lists)[number]): readonly Fault[] {
  const values = listOf(statement[list]);
  const isAction = list.endsWith('Action');
  return values.flatMap((value, index): readonly Fault[] => {
    const others = values.filter((_, other) => other !== index);
    const wider = isAction ? value.replace(/[A-Z][a-z]+$/, '*') : widened(value);
    return [
      ...(others.length > 0
        ? [
            {
              kind: 'value dropped',
              what: `${list} without ${value}`,
              statement: { ...statement, [list]: others },
            } as const,
          ]
        : []),
      ...(wider === value
        ? []
        : [
            {
              kind: 'pattern widened',
              what: `${list}: ${wider}`,
              statement: { ...statement, [list]: [...others, wider] },
            } as const,
          ]),
    ];
  });
}

/** One letter less at the end, and whatever follows. */
const widened = (value: string): string => (value.length < 2 ? value : `${value.replace(/\*$/, '').slice(0, -1)}*`);

function faultsOfOperator(statement: Elements, operator: string, keys: Keys): readonly Fault[] {
  const { [operator]: _, ...others } = statement.Condition ?? {};
  const withKeys = (name: string, changed: Keys): Elements => {
    const all = { ...others[name], ...changed };
    return { ...statement, Condition: { ...others, ...(Object.keys(all).length > 0 && { [name]: all }) } };
  };
  const faults: Fault[] = [];
  for (const [key, wanted] of Object.entries(keys)) {
    const { [key]: __, ...rest } = keys;
    const at = `${operator} of ${key}`;
    faults.push({ kind: 'condition dropped', what: at, statement: withKeys(operator, rest) });
    const values = listOf(wanted);
    for (const [index, value] of values.entries()) {
      const fewer = values.filter((_, other) => other !== index);
      if (fewer.length > 0)
        faults.push({
          kind: 'value dropped',
          what: `${at} without ${value}`,
          statement: withKeys(operator, { ...rest, [key]: fewer }),
        });
      if (operator.includes('Like'))
        faults.push({
          kind: 'pattern widened',
          what: `${at}: ${widened(value)}`,
          statement: withKeys(operator, { ...rest, [key]: [...fewer, widened(value)] }),
        });
    }
  }
  for (const name of swapsOf(operator))
    faults.push({ kind: 'operator swapped', what: `${operator} is ${name}`, statement: withKeys(name, keys) });
  return faults;
}

/** Operators that somebody may have meant. */
function swapsOf(operator: string): readonly string[] {
  if (operator === 'Null') return [];
  const [, set = '', base = '', ifExists = ''] = /^(ForA\w+:)?(.+?)(IfExists)?$/.exec(operator) ?? [];
  const denied = base.includes('Not') ? base.replace('Not', '') : base.replace(/^(String|Arn)/, '$1Not');
  return [
    ...(denied === base ? [] : [`${set}${denied}${ifExists}`]),
    ...(set ? [`${set === 'ForAnyValue:' ? 'ForAllValues:' : 'ForAnyValue:'}${base}${ifExists}`] : []),
    ...(base.endsWith('Equals') && base.startsWith('String')
      ? [`${set}${base.replace('Equals', 'Like')}${ifExists}`]
      : []),
    `${set}${base}${ifExists ? '' : 'IfExists'}`,
  ];
}

/** Requests that are made of the actions, resources and values of a statement: with each value of each key alone, and without the key. */
export function wordedRequests(statement: Elements): readonly Request[] {
  const plain = (value: string) => value.replaceAll(/[*?]/g, 'x');
  const actions = listOf(statement.Action ?? 's3:GetObject').map(plain);
  const resources = ['*', ...listOf(statement.Resource ?? statement.NotResource).map(plain)];
  const wanted = Object.values(statement.Condition ?? {}).flatMap((keys) =>
    Object.entries(keys).map(([key, values]) => [key.toLowerCase(), listOf(values).map(plain)] as const),
  );
  const contexts = [0, 1, 2].map((round) =>
    Object.fromEntries(wanted.map(([key, values], index) => [key, roundOf(values, round + index)])),
  );
  return actions
    .slice(0, 5)
    .flatMap((action) =>
      resources.slice(0, 4).flatMap((resource) => contexts.map((context) => ({ action, resource, context }))),
    );
}

/** No value, a value of the statement, another one. */
const roundOf = (values: readonly string[], round: number): readonly string[] =>
  [[], values.slice(0, 1), ['another']][round % 3] ?? [];
