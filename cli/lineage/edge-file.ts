import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Problem, useOneOf } from '../../schema/problems/problem';
import { salvage } from '../../schema/problems/salvage';
import { optionProblem } from '../kit/invalid-request';
import { type Edge, edgeTypes, tryEdgeType } from './edges';
import type { Read } from './read';
import { type Reference, referenceKinds, tryBadReference, tryReference } from './reference';

const edgeForm = z.strictObject({
  /** `dataset:clinical-notes` */
  from: z.string(),
  /** `model:triage-classifier/3` */
  to: z.string(),
  /** @default - what AWS suggests between the two kinds */
  type: z.enum(edgeTypes).optional(),
});

const edgeFileForm = z.strictObject({ edges: z.array(edgeForm).min(1, 'must have an edge') });

/** The edges of a JSON file, `{ "edges": [{ "from": "dataset:a", "to": "model:b/1" }] }`, and everything that is wrong with it. */
export function readEdgeFile(file: string): Read<readonly Edge[]> {
  const source = { file, value: tryParse(file) };
  if (source.value === undefined)
    return {
      value: [],
      problems: [optionProblem('file', file, 'must be a file in JSON', 'correct its path, or the JSON in it')],
    };
  const { data, problems } = salvage(edgeFileForm, source, {});
  if (!data || problems.length > 0) return { value: [], problems };
  const parts = data.edges.map((edge, index) => readEdge(file, edge, index));
  return { value: parts.flatMap(({ value }) => value), problems: parts.flatMap(({ problems }) => problems) };
}

/** Undefined, which JSON cannot say, where the file cannot be read or is no JSON. */
function tryParse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function readEdge(file: string, edge: z.output<typeof edgeForm>, index: number): Read<readonly Edge[]> {
  const at = (field: string) => `edges[${index}].${field}`;
  const ends = (['from', 'to'] as const).map((field) => readEnd(file, at(field), edge[field]));
  const [from, to] = ends.map((end) => end.value);
  const problems: Problem[] = ends.flatMap((end) => end.problems);
  const type = from && to && (edge.type ?? tryEdgeType(from.kind, to.kind));
  if (from && to && edge.from === edge.to)
    problems.push({ file, field: at('to'), value: edge.to, rule: 'nothing is made of itself', fix: 'name another' });
  if (!from || !to) return { value: [], problems };
  if (type) return { value: [{ from, to, type }], problems };
  const rule = `no edge leads from a ${from.kind} to a ${to.kind}`;
  const fix = 'write it from what came first to what came of it';
  return { value: [], problems: [...problems, { file, field: at('to'), value: edge.to, rule, fix }] };
}

function readEnd(file: string, field: string, value: string): Read<Reference | undefined> {
  const reference = tryReference(value);
  if (!reference) {
    const rule = 'is not <kind>:<name>';
    return {
      value: undefined,
      problems: [{ file, field, value, rule, fix: useOneOf(value.split(':')[0], referenceKinds) }],
    };
  }
  const bad = tryBadReference(reference);
  return bad ? { value: undefined, problems: [{ file, field, value, ...bad }] } : { value: reference, problems: [] };
}
