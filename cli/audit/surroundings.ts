import { AthenaClient } from '@aws-sdk/client-athena';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { AuditQuery } from '../../schema/forms/audit-query';
import type { LandingZone } from '../../schema/landing-zone';
import { readZone } from '../read-zone';
import type { Athena } from './ask';

/** What the command reads and speaks to. */
export interface Surroundings {
  readonly zone: LandingZone;
  readonly queries: readonly AuditQuery[];
  /** @param role ARN to assume first */
  readonly connect: (role: string | undefined) => Athena;
  /** Until Athena is asked again. */
  readonly wait: () => Promise<void>;
}

/** The landing zone of this project, and Athena in its home region. */
export function readSurroundings(): Surroundings {
  const zone = readZone();
  const region = zone.homeRegion;
  return {
    zone,
    queries: zone.auditQueries,
    connect: (role) =>
      new AthenaClient({
        region,
        ...(role !== undefined && {
          credentials: fromTemporaryCredentials({
            params: { RoleArn: role, RoleSessionName: 'audit' },
            clientConfig: { region },
          }),
        }),
      }),
    wait: () => new Promise((resolve) => setTimeout(resolve, 1_000)),
  };
}
