import { AthenaNamedQuery } from '@cdktf/provider-aws/lib/athena-named-query';
import type { Construct } from 'constructs';
import { names } from '../../../schema/facts/names';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { Part } from '../../kernel/part';
import { AuditResults } from './audit-results';
import { AuditRole } from './audit-role';
import { AuditWorkgroup } from './audit-workgroup';
import { TrailTables } from './trail-tables';

export interface AuditProps {
  readonly organizationId: string;
  readonly trailBucket: string;
  readonly trailKeyArn: string;
}

/** Lets auditors query the trails of every account in SQL: tables, the queries of `queries/`, a bucket for results, and one role. */
export class Audit extends Part {
  constructor(scope: Construct, id: string, { organizationId, trailBucket, trailKeyArn }: AuditProps) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const { database } = new TrailTables(this, 'trail-tables', { organizationId, trailBucket });
    const results = new AuditResults(this, 'results');
    const workgroup = new AuditWorkgroup(this, 'audit-workgroup', results).name;
    new AuditRole(this, 'audit-role', { trailBucket, trailKeyArn, results });
    for (const { name, title, answers, sql } of LandingZoneStack.of(this).zone.auditQueries)
      new AthenaNamedQuery(this, `audit-query-${name}`, {
        ...here.home,
        name: `${names.audit(zone)}-${name}`,
        description: `${title}: ${answers}`,
        workgroup,
        database,
        query: sql,
      });
  }
}
