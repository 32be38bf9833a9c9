import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { LandingZone } from '../../schema/landing-zone';
import { answerOf, describeAnswer } from './answer';
import type { Connect } from './client';
import { readEdges, readQuestion } from './input';
import { Locator } from './locate';
import { readPlace } from './place';
import { take } from './problems';
import { Recorder } from './record';
import { directionsOf, readLineage } from './show';
import { drawSvg } from './svg';
import { describeTree } from './tree';
import { usage } from './usage';

/** What a command writes to, once for each line or document. */
export type Write = (text: string) => unknown;

/**
 * The command: `record` or `show`, and its options.
 *
 * @returns the exit code: 0, or 2 where `show` found no dataset on record
 * @throws Error with every problem of the options; nothing has been recorded when it does
 */
export async function lineage(
  [verb, ...args]: readonly string[],
  zone: LandingZone,
  connect: Connect,
  write: Write,
): Promise<0 | 2> {
  if ([verb, ...args].includes('--help')) {
    write(usage);
    return 0;
  }
  if (verb === 'record') return record(args, zone, connect, write);
  if (verb === 'show') return show(args, zone, connect, write);
  throw new Error(`Begin with 'record' or 'show'.\n\n${usage}`);
}

const shared = {
  account: { type: 'string' },
  'account-id': { type: 'string' },
  region: { type: 'string' },
  dataset: { type: 'string', multiple: true },
  model: { type: 'string' },
  version: { type: 'string' },
  endpoint: { type: 'string' },
} as const;

async function record(args: string[], zone: LandingZone, connect: Connect, write: Write): Promise<0> {
  const { values } = parseArgs({
    args,
    options: {
      ...shared,
      'training-job': { type: 'string' },
      file: { type: 'string' },
      declared: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const place = readPlace(zone, values);
  const edges = readEdges(values, place.account);
  const at = take(place, edges.problems);
  const client = connect(at);
  const locator = new Locator(client, zone, at);
  const changes = await new Recorder(client, locator, values['dry-run']).record(edges.value);
  for (const { outcome, what } of changes) write(`${outcome.padEnd(18)}${what}\n`);
  return 0;
}

async function show(args: string[], zone: LandingZone, connect: Connect, write: Write): Promise<0 | 2> {
  const { values } = parseArgs({
    args,
    options: { ...shared, json: { type: 'boolean', default: false }, svg: { type: 'string' } },
  });
  const place = readPlace(zone, values);
  const question = readQuestion(values);
  const at = take(place, question.problems);
  const asked = take(question);
  const client = connect(at);
  const graph = await readLineage(client, new Locator(client, zone, at), asked);
  const directions = directionsOf(asked);
  const answer = answerOf(graph, directions);
  if (values.svg !== undefined) writeFileSync(values.svg, await drawSvg(graph));
  if (values.json) write(`${JSON.stringify({ answer, ...graph }, undefined, 2)}\n`);
  else {
    write(`${describeAnswer(answer, directions)}\n`);
    for (const direction of directions) write(`${describeTree(graph, direction)}\n`);
  }
  return directions.includes('Ascendants') && answer.datasets.length === 0 ? 2 : 0;
}
