import { writeFileSync } from 'node:fs';
import type { LandingZone } from '../../schema/landing-zone';
import type { Answer, Context } from '../kit/command';
import { readZone } from '../read-zone';
import { answerOf, describeAnswer } from './answer';
import { type Connect, connectAs } from './client';
import { readEdges, readQuestion } from './input';
import { Locator } from './locate';
import type { RecordOptions, ShowOptions } from './options';
import { take } from './read';
import { Recorder } from './record';
import { readScope } from './scope';
import { directionsOf, readLineage } from './show';
import { drawSvg } from './svg';
import { describeTree } from './tree';

interface Surroundings {
  readonly zone: LandingZone;
  readonly connect: Connect;
}

/** Records the edges that the options name; nothing where one of them is wrong. */
export async function runRecord(
  options: RecordOptions,
  { refuse }: Pick<Context, 'refuse'>,
  { zone, connect }: Surroundings = readSurroundings(),
): Promise<Answer> {
  const scope = readScope(zone, options);
  const edges = readEdges(options, scope.account);
  const at = take(scope, refuse, edges.problems);
  const client = connect(at);
  const locator = new Locator(client, zone, at);
  const changes = await new Recorder(client, locator, options['dry-run']).record(edges.value);
  return {
    text: changes.map(({ outcome, what }) => `${outcome.padEnd(18)}${what}`).join('\n'),
    json: changes.map(({ outcome, what }) => ({ outcome, what })),
  };
}

/** Answers what the options ask of the lineage on record. */
export async function runShow(
  options: ShowOptions,
  { refuse }: Pick<Context, 'refuse'>,
  { zone, connect }: Surroundings = readSurroundings(),
): Promise<Answer> {
  const scope = readScope(zone, options);
  const question = readQuestion(options);
  const at = take(scope, refuse, question.problems);
  const asked = take(question, refuse);
  const client = connect(at);
  const graph = await readLineage(client, new Locator(client, zone, at), asked);
  const directions = directionsOf(asked);
  const answer = answerOf(graph, directions);
  if (options.svg !== undefined) writeFileSync(options.svg, await drawSvg(graph));
  const trees = directions.map((direction) => describeTree(graph, direction));
  return {
    text: `${[describeAnswer(answer, directions), ...trees].join('\n')}\n`,
    json: { answer, ...graph },
    no: directions.includes('Ascendants') && answer.datasets.length === 0,
  };
}

function readSurroundings(): Surroundings {
  const zone = readZone();
  return { zone, connect: connectAs(zone) };
}
