import { leftWorkspaces, statusOf } from '../../deployment/hcp/status';
import { operatorStacks } from '../../schema/facts/hcp';
import { chosenBy, stackProblems } from '../deploy/prepare';
import type { Answer, Context } from '../kit/command';
import { counted } from '../kit/counted';
import { table } from '../kit/table';
import type { StatusOptions } from './options';
import { prepareHcp, publishedBy } from './prepare';

/** Shows the workspaces beside what is written. */
export async function run(
  options: StatusOptions,
  context: Context,
  preparing: typeof prepareHcp = prepareHcp,
): Promise<Answer> {
  const prepared = await preparing(options, context);
  const { all, backend, place } = prepared;
  context.refuse(stackProblems(options.stack, all));
  const { client } = place;
  const callsBefore = client.calls;
  const asked = { ...place, prefix: backend.workspacePrefix, published: publishedBy(prepared) };
  const workspaces = await statusOf(chosenBy(options.stack, all), all, asked);
  const left = options.stack.length > 0 ? [] : await leftWorkspaces(all, asked);
  const calls = client.calls - callsBefore;
  const wrong = workspaces.filter(({ problems }) => problems.length > 0);
  const rows = workspaces.map(({ stack, run, problems }) => [
    stack,
    run ? run.status : 'no run yet',
    problems.join('; ') || 'as it should be',
  ]);
  const unmade = workspaces.some(({ stack, problems }) => problems.length > 0 && operatorStacks.includes(stack));
  const text = [
    table({ head: ['stack', 'last run', 'what is to be done'], rows }, context.width),
    ...left.map(
      (name) => `${name}: no stack is written for it. Destroy by a run what it still manages, then delete it by hand.`,
    ),
    `${counted(workspaces.length, 'workspace')}, ${wrong.length} not as they should be; ${counted(calls, 'request')} to ${client.hostname}.`,
    ...(unmade ? ['The stacks hcp and identity are applied by npx landing-zone hcp bootstrap.'] : []),
  ];
  return {
    text: text.join('\n'),
    json: { workspaces, withoutStack: left, requests: calls },
    no: wrong.length > 0 || left.length > 0,
  };
}
