import { AthenaNamedQuery } from '@cdktf/provider-aws/lib/athena-named-query';
import { names } from '../kernel/names';
import type { AuditContext } from './audit/context';
import { allowAuditors } from './audit/readers';
import { keepResults } from './audit/results';
import { describeTrails } from './audit/tables';
import { auditWorkgroup } from './audit/workgroup';

/** Lets auditors ask the trails of every account in SQL: tables, the queries of `queries/`, a place for results, and one role. */
export function makeAuditable(context: AuditContext): void {
  const { scope, zone, here } = context;
  const database = describeTrails(context);
  const results = keepResults(context);
  const workgroup = auditWorkgroup(context, results);
  allowAuditors(context, results);
  for (const { name, title, answers, sql } of zone.auditQueries)
    new AthenaNamedQuery(scope, `audit-query-${name}`, {
      ...here.home,
      name: `${names.audit(zone)}-${name}`,
      description: `${title}: ${answers}`,
      workgroup,
      database,
      query: sql,
    });
}
