import type { FieldPath } from '../../../schema/problems/broken-fields';
import type { FormField } from './fields';
import { definitionOf, takes } from './form';

/** A value that a field must not have. */
export interface BadValue {
  /** `a number`, `an unknown key`. */
  readonly what: string;
  readonly value: unknown;
  /** Where the problem is, below the field. @default - the field itself, or anywhere in it */
  readonly below?: FieldPath;
}

/** Values that a field must not have, by its form alone: whoever adds a field has these tried at once. */
export function badValues(field: FormField, there: unknown): readonly BadValue[] {
  const { type } = definitionOf(field.form);
  const own = byType[type];
  if (!own) throw new Error(`nobody has said yet what is wrong for a form of the type '${type}'`);
  return [...ofNoKind.filter(({ value }) => type !== 'unknown' || value !== null), ...own(field, there)];
}

/** What no field takes. */
const ofNoKind: readonly BadValue[] = [
  { what: 'null', value: null },
  { what: 'NaN', value: Number.NaN },
  { what: 'a function', value: () => 'x' },
  { what: 'a symbol', value: Symbol('x') },
  { what: 'a big integer', value: 1n },
  { what: 'a Date', value: new Date(0) },
  { what: 'a map', value: new Map([['a', 'b']]) },
  { what: 'a promise', value: Promise.resolve({}) },
  { what: 'a regular expression', value: /x/ },
];

type Make = (field: FormField, there: unknown) => readonly BadValue[];

const texts: Make = () => [
  { what: 'a number', value: 7 },
  { what: 'a list', value: ['x'] },
  { what: 'an object', value: { x: 1 } },
  { what: 'an empty text', value: '' },
  { what: 'a text that is too long', value: 'x'.repeat(100_000) },
  { what: 'a character of no width', value: 'exa\u200bmple' },
  { what: 'text that runs the other way', value: 'exa\u202emple' },
  { what: 'a control character', value: 'exa\u0007mple' },
  { what: 'half a character', value: 'exa\ud800mple' },
  { what: 'a template of Terraform', value: `exa\${x}mple` },
];

const numbers: Make = ({ form }) => [
  { what: 'a text', value: '7' },
  { what: 'infinity', value: Number.POSITIVE_INFINITY },
  ...[-1, 0, 1.5, 1e300]
    .filter((value) => !takes(form, value))
    .map((value) => ({ what: `the number ${value}`, value })),
];

const choices: Make = ({ form }) => {
  const { entries, values = Object.values(entries ?? {}) } = definitionOf(form);
  const [first] = values;
  return [
    { what: 'a number', value: 12.75 },
    { what: 'a misspelt name', value: `${String(first)}x` },
    { what: 'a name in another case', value: otherCase(String(first)) },
    { what: 'a name that every object knows', value: 'constructor' },
    { what: 'a list', value: [first] },
  ];
};

const otherCase = (name: string): string => (name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase());

const lists: Make = ({ form }, there) => {
  const [, ...rest] = there as readonly unknown[];
  return [
    { what: 'a text', value: 'x' },
    { what: 'an object', value: { x: 1 } },
    { what: 'null in it', value: [null, ...rest], below: [0] },
    {
      what: 'a hole in it',
      value: Object.assign(
        new Array(1 + rest.length),
        Object.fromEntries(rest.map((item, index) => [index + 1, item])),
      ),
      below: [0],
    },
    ...(takes(form, []) ? [] : [{ what: 'an empty list', value: [] }]),
  ];
};

const objects: Make = ({ form }, there) => [
  { what: 'a text', value: 'x' },
  { what: 'a list', value: [] },
  { what: 'only what it inherits', value: Object.create(there as object) },
  ...impurities(there),
  ...['constructor', 'toString', ...Object.keys(definitionOf(form).shape ?? {}).map((key) => `${key}x`)].map((key) => ({
    what: `an unknown field ${key}`,
    value: { ...(there as object), [key]: 'x' },
    below: [key],
  })),
];

const records: Make = (_field, there) => [
  { what: 'a text', value: 'x' },
  { what: 'a list', value: ['x'] },
  ...impurities(there),
];

/** What is hidden in an object that is right otherwise. */
function impurities(there: unknown): readonly BadValue[] {
  const cyclic: Record<string, unknown> = { ...(there as object) };
  cyclic.self = cyclic;
  const get = () => {
    throw Object.create(null);
  };
  return [
    { what: 'what contains itself', value: cyclic, below: ['self'] },
    {
      what: 'what throws',
      value: Object.defineProperty({ ...(there as object) }, 'get', { enumerable: true, get }),
      below: ['get'],
    },
    {
      what: 'the key of the prototype',
      value: Object.fromEntries([...Object.entries(there as object), ['__proto__', {}]]),
      below: ['__proto__'],
    },
    { what: 'a key that nobody sees', value: { ...(there as object), 'a\u200b': 'x' }, below: ['a\u200b'] },
  ];
}

const byType: Readonly<Record<string, Make>> = {
  string: texts,
  number: numbers,
  int: numbers,
  boolean: () => [
    { what: 'a text', value: 'true' },
    { what: 'a number', value: 0 },
  ],
  enum: choices,
  literal: choices,
  array: lists,
  tuple: () => [
    { what: 'a text', value: 'x' },
    { what: 'a list that is too short', value: [] },
  ],
  object: objects,
  record: records,
  union: () => [{ what: 'an object of no kind', value: { nokind: 1 } }],
  // JSON, and null is some.
  unknown: () => [],
};
