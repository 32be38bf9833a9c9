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
  return {
    zone,
    queries: zone.auditQueries,
    connect: (role) =>
      (require('./athena-client') as typeof import('./athena-client')).athenaClient(zone.homeRegion, role),
    wait: () => new Promise((resolve) => setTimeout(resolve, 1_000)),
  };
}
