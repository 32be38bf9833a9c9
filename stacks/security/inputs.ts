import { settingsFile } from '../../schema/forms/settings';
import type { LandingZone } from '../../schema/landing-zone';
import type { Input } from '../kernel/measuring/input';

/** The settings that the resources of the security stack are made from, and the files of its queries. */
export function securityInputs({ auditQueries }: LandingZone): readonly Input[] {
  const from = (of: RegExp, field: string, fix = `write less in ${field}`): Input => ({
    of,
    file: settingsFile,
    field,
    fix,
  });
  return [
    ...auditQueries.map(
      ({ name }): Input => ({
        of: new RegExp(`^aws_athena_named_query\\.audit-query-${name}$`),
        file: `queries/${name}.sql`,
        field: 'the query',
        fix: 'shorten the query',
      }),
    ),
    from(/^aws_iam_role\.audit-role$/, 'audit.readers', 'name fewer roles, or one pattern for several'),
    from(/\.audit-/, 'audit'),
    from(/\.macie|^aws_macie2_/, 'services.macie'),
    from(/\.guardduty|^aws_guardduty_/, 'services.guardDuty'),
    from(/\.(findings|digest|forward|notify|route|silence|topic|untold)/, 'services.notifications'),
  ];
}
