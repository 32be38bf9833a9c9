import type { AwsError } from '../../emulator/toolkit/errors';
import type { QueryKind, Route } from '../../emulator/toolkit/service';
import type { ModelShape, ServiceModel, ShapeRef } from './service-models';

/**
 * Errors that every service may answer with, whatever its model says. Source: "Common Errors" of each API reference, and for the names
 * without `Exception` that of the query protocol.
 */
export const commonErrors: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'ThrottlingException',
  'ValidationError',
  'ValidationException',
]);

/** What the model says against a refusal of an operation: its code, and the status that it comes with. */
export function refusalComplaints(model: ServiceModel, operation: string, { code, status }: AwsError): string[] {
  // The emulator's own refusal of what it does not do.
  if (code === 'NotImplementedException') return [];
  const { errors = [] } = model.operations[operation] ?? {};
  // Where a model names no error, it has not been written down which there are.
  if (errors.length === 0) return [];
  const found = errors.find(({ shape }) => codesOf(model, shape).includes(code));
  if (found === undefined) return commonErrors.has(code) ? [] : [`${code} is no error of it`];
  const expected = model.shapes[found.shape]?.error?.httpStatusCode;
  return expected === undefined || expected === status ? [] : [`${code} comes with ${status}, not ${expected}`];
}

/** The names under which an error travels. */
const codesOf = ({ shapes }: ServiceModel, shape: string): string[] => [shape, shapes[shape]?.error?.code ?? shape];

/** Every error that some operation of the service answers with. */
export const errorsOf = (model: ServiceModel): ReadonlySet<string> =>
  new Set(
    Object.values(model.operations).flatMap(({ errors = [] }) => errors.flatMap(({ shape }) => codesOf(model, shape))),
  );

/** The request that names a REST operation, as the emulator's routes write it. */
export function routeOf(
  { operations, shapes }: ServiceModel,
  operation: string,
): Pick<Route, 'method' | 'path' | 'query'> {
  const { http, input } = operations[operation] ?? {};
  const members = Object.entries(shapes[input?.shape ?? '']?.members ?? {});
  const query = members.flatMap(([name, { location, locationName = name, shape }]): [string, QueryKind][] => {
    const kind = kinds[shapes[shape]?.type ?? 'string'];
    return location === 'querystring' && kind ? [[locationName, kind]] : [];
  });
  // A label with `+` takes the rest of the path, slashes and all.
  const path = (http?.requestUri ?? '')
    .replace(/\?.*/, '')
    .replace(/\{(\w+)(\+?)\}/g, (_, label, rest) => (rest ? '*' : `:${label}`));
  return { method: (http?.method ?? '') as Route['method'], path, query: Object.fromEntries(query) };
}

const kinds: Readonly<Record<string, QueryKind | undefined>> = { integer: 'number', boolean: 'boolean', list: 'list' };

/** What the model says against an answer of an operation: members, types, values of enumerations, and what is missing. */
export function answerComplaints(model: ServiceModel, operation: string, answer: unknown): string[] {
  const output = model.operations[operation]?.output;
  if (output !== undefined) return valueComplaints(model, output, answer, '');
  return Object.keys(answer as object).map((member) => `.${member} is answered, and nothing is known to be`);
}

function valueComplaints(model: ServiceModel, ref: ShapeRef, value: unknown, path: string): string[] {
  const shape = model.shapes[ref.shape];
  if (shape === undefined || shape.document || value === undefined || value === null) return [];
  if (!isOfType(model, ref, shape, value)) return [`${path} is no ${shape.type}: ${JSON.stringify(value)}`];
  if (shape.enum !== undefined && !shape.enum.includes(String(value))) return [`${path} is never '${value}'`];
  switch (shape.type) {
    case 'structure':
      return structureComplaints(model, shape, value as Record<string, unknown>, path);
    case 'list': {
      const member = shape.member;
      return member ? (value as unknown[]).flatMap((item) => valueComplaints(model, member, item, `${path}[]`)) : [];
    }
    case 'map': {
      const { value: item } = shape;
      return item ? Object.values(value).flatMap((each) => valueComplaints(model, item, each, `${path}{}`)) : [];
    }
    default:
      return [];
  }
}

function structureComplaints(
  model: ServiceModel,
  { members = {}, required = [] }: ModelShape,
  value: Readonly<Record<string, unknown>>,
  path: string,
): string[] {
  const byName = new Map(
    Object.entries(members).flatMap(([name, ref]) => [
      [name, ref],
      [ref.locationName ?? name, ref],
    ]),
  );
  const missing = required.filter((name) => value[name] === undefined && value[wireName(members, name)] === undefined);
  return [
    ...Object.entries(value).flatMap(([name, item]) => {
      const ref = byName.get(name);
      if (item === undefined) return [];
      return ref ? valueComplaints(model, ref, item, `${path}.${name}`) : [`${path}.${name} is unknown`];
    }),
    ...missing.map((name) => `${path}.${name} is missing`),
  ];
}

const wireName = (members: Readonly<Record<string, ShapeRef>>, name: string): string =>
  members[name]?.locationName ?? name;

const numbers = ['integer', 'long', 'float', 'double'];

function isOfType({ metadata }: ServiceModel, ref: ShapeRef, shape: ModelShape, value: unknown): boolean {
  if (shape.type === 'timestamp') {
    const usual = ['query', 'ec2', 'rest-xml'].includes(metadata.protocol) ? 'iso8601' : 'unixTimestamp';
    return (
      typeof value === ((ref.timestampFormat ?? shape.timestampFormat ?? usual) === 'iso8601' ? 'string' : 'number')
    );
  }
  if (shape.type === 'list') return Array.isArray(value);
  if (shape.type === 'structure' || shape.type === 'map') return typeof value === 'object' && !Array.isArray(value);
  if (numbers.includes(shape.type)) return typeof value === 'number';
  return typeof value === (shape.type === 'boolean' ? 'boolean' : 'string');
}
