import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planCost } from '../../schema/facts/hcp';
import { stackNames } from '../../schema/facts/stack-names';
import { settingsFile } from '../../schema/forms/settings';

/** What the stack `hcp` among the stacks of an output folder asks of HCP Terraform; nothing where there is none. */
export function hcpFigures(outdir: string): readonly string[] {
  const file = join(outdir, 'stacks', stackNames.hcp, 'cdk.tf.json');
  if (!existsSync(file)) return [];
  const { resource = {}, data = {} } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, object>>;
  const counts = countsOf(resource);
  const { requests, seconds } = planCost({ ...counts, read: Object.values(countsOf(data)).reduce((a, b) => a + b, 0) });
  const workspaces = (counts.tfe_workspace ?? 0) + 1;
  return [
    `HCP Terraform: ${workspaces} workspaces by ${settingsFile}; a plan of the stack ${stackNames.hcp} asks its API ${requests} times, in about ${seconds} s at the rate that the provider keeps`,
  ];
}

const countsOf = (all: Record<string, object>): Record<string, number> =>
  Object.fromEntries(Object.entries(all).map(([type, named]) => [type, Object.keys(named).length]));
