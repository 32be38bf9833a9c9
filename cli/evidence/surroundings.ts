import { createInterface } from 'node:readline/promises';
import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { callerProblem } from '../../live/caller';
import type { Verification } from '../../live/finding';
import type { LiveAws } from '../../live/live-aws';
import { liveAwsOf } from '../../live/of-zone';
import { readVersion } from '../../project/version';
import { names } from '../../schema/facts/names';
import type { LandingZone } from '../../schema/landing-zone';
import type { Athena } from '../audit/ask';
import { readSurroundings as readAuditSurroundings } from '../audit/surroundings';
import { connectAs } from '../lineage/client';
import type { LineageScope } from '../lineage/scope';
import { readZone } from '../read-zone';
import { verify } from '../verify/verify';
import { writtenStacks } from '../verify/written-stacks';
import { type Artifact, connectArtifact } from './artifact-client';

/** What the command reads and speaks to. */
export interface Surroundings {
  readonly zone: LandingZone;
  readonly version: string;
  readonly connect: (role: string) => LiveAws;
  /** @throws Error where the credentials are not those of the management account */
  readonly verify: (aws: LiveAws, live: (text: string) => unknown) => Promise<Verification>;
  readonly lineage: (scope: LineageScope) => SageMakerClient;
  /** @param role ARN to assume first */
  readonly athena: (role: string | undefined) => Athena;
  readonly wait: () => Promise<void>;
  readonly artifact: () => Artifact;
  /** Asks a person; false where none is there. */
  readonly confirm: (question: string) => Promise<boolean>;
}

/** The landing zone of this project, and AWS as the credentials of the environment reach it. */
export function readSurroundings(): Surroundings {
  const zone = readZone();
  const audit = readAuditSurroundings();
  return {
    zone,
    version: readVersion(),
    connect: (role) => liveAwsOf(zone, role),
    verify: async (aws, live) => {
      const problem = await callerProblem(aws, zone, 'evidence');
      if (problem !== undefined) throw new Error(problem);
      const onProgress = (done: number, all: number) => live(`${done} of ${all} looked at, ${aws.calls} calls`);
      return verify({ zone, stacks: writtenStacks(zone), aws, accounts: [], expectEmpty: false, onProgress });
    },
    lineage: connectAs(zone),
    athena: audit.connect,
    wait: audit.wait,
    artifact: connectArtifact,
    confirm,
  };
}

/** The audit role, which alone may ask the trails. */
export const auditRoleOf = (zone: LandingZone, securityId: string | undefined): string | undefined =>
  securityId === undefined ? undefined : names.auditRoleArn(zone, securityId);

async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
