import { RunTrigger } from '@cdktf/provider-tfe/lib/run-trigger';
import type { Construct } from 'constructs';
import { hcpLimits, operatorStacks } from '../../schema/facts/hcp';
import type { Manage } from '../../schema/forms/hcp';
import { settingsFile } from '../../schema/forms/settings';
import { InvalidLandingZone } from '../../schema/problems/problem';
import { Part } from '../kernel/part';
import type { ReadingStack } from '../kernel/synthesis';

/** The stacks that everything stands on. */
const core: readonly string[] = ['management', 'log-archive', 'security'];

export interface RunTriggersProps {
  readonly triggers: Manage['runTriggers'];
  readonly stacks: readonly ReadingStack[];
  readonly workspaceIds: ReadonlyMap<string, string>;
}

/**
 * Queues a run of whoever reads a state after each apply that changed it. A stack that only comes after another is not triggered by it:
 * an apply that changes nothing starts no run, so a chain of such stacks would end at its first link.
 */
export class RunTriggers extends Part {
  constructor(scope: Construct, id: string, { triggers, stacks, workspaceIds }: RunTriggersProps) {
    super(scope, id);
    for (const { name, reads } of stacks) {
      const sources = sourcesOf(triggers, name, reads);
      if (sources.length > hcpLimits.sourcesOfWorkspace) throw new InvalidLandingZone([tooMany(name, sources.length)]);
      for (const source of sources)
        new RunTrigger(this, `trigger-${name}-by-${source}`, {
          workspaceId: workspaceIds.get(name) ?? '',
          sourceableId: workspaceIds.get(source) ?? '',
        });
    }
  }
}

function sourcesOf(triggers: Manage['runTriggers'], reader: string, reads: readonly string[]): readonly string[] {
  if (triggers === 'none' || operatorStacks.includes(reader)) return [];
  return triggers === 'all' ? reads : core.includes(reader) ? reads.filter((source) => core.includes(source)) : [];
}

const tooMany = (stack: string, count: number) => ({
  file: settingsFile,
  field: 'backend.manage.runTriggers',
  value: 'all',
  rule: `the workspace of ${stack} would have ${count} sources, and HCP Terraform takes ${hcpLimits.sourcesOfWorkspace}`,
  fix: "write 'core' or 'none'",
});
