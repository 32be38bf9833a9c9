import { folders } from '../../project/folders';
import { readFolder } from '../../project/read-folder';
import type { AuditQuery } from '../../schema/forms/audit-query';
import { readAuditQueries } from '../../schema/read-audit-queries';

/** The audit queries of `queries/`. */
export const writtenQueries = (): readonly AuditQuery[] =>
  readAuditQueries(readFolder(folders.queries).files).auditQueries;
