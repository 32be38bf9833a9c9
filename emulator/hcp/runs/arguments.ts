import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Job } from './engine';

const usualFile = (folder: string): string => join(folder, 'workspace.tfvars');
const priorityFile = (folder: string): string => join(folder, 'priority.tfvars');

/** Writes the variables of a run where its commands read them. */
export function writeVariables({ variables, priorityVariables }: Job, folder: string): void {
  for (const [file, values] of [
    [usualFile(folder), variables],
    [priorityFile(folder), priorityVariables],
  ] as const)
    writeFileSync(file, [...values].map(([key, value]) => `${key} = ${value}\n`).join(''), { mode: 0o600 });
}

/** Of the same variable the last on the line wins. */
export const planArguments = ({ options, json, environment }: Job, folder: string): readonly string[] => [
  ...['plan', '-input=false', '-no-color', '-detailed-exitcode', `-out=${join(folder, 'plan')}`],
  ...(json ? ['-json'] : []),
  ...(options.destroy ? ['-destroy'] : []),
  ...(options.refreshOnly ? ['-refresh-only'] : []),
  ...(options.refresh ? [] : ['-refresh=false']),
  ...options.targets.map((address) => `-target=${address}`),
  ...options.replace.map((address) => `-replace=${address}`),
  `-var-file=${usualFile(folder)}`,
  ...options.variables.map(({ key, value }) => `-var=${key}=${unquoted(value)}`),
  `-var-file=${priorityFile(folder)}`,
  ...parallelism(environment('plan', folder)),
];

/** The arguments of the apply of what was planned. */
export const applyArguments = ({ json, environment }: Job, folder: string): readonly string[] => [
  ...['apply', '-input=false', '-no-color', '-auto-approve'],
  ...(json ? ['-json'] : []),
  ...parallelism(environment('apply', folder)),
  join(folder, 'plan'),
];

/** `-var` takes a text as it is, where the API takes it as a literal of HCL. */
function unquoted(value: string): string {
  if (!/^".*"$/s.test(value)) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value;
  }
}

const parallelism = ({ TFE_PARALLELISM }: Readonly<Record<string, string>>): readonly string[] =>
  TFE_PARALLELISM ? [`-parallelism=${TFE_PARALLELISM}`] : [];
