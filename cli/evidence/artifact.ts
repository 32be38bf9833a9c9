import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '../../schema/text/digest';
import { counted } from '../kit/counted';
import type { Artifact } from './artifact-client';
import type { Bundle } from './bundle';
import type { Section } from './section';

/** A report of AWS's own auditors, as ListReports has it. */
interface Report {
  readonly id?: string;
  readonly name?: string;
  readonly version?: number;
  readonly series?: string;
  readonly category?: string;
  readonly periodStart?: string;
  readonly periodEnd?: string;
  readonly acceptanceType?: string;
}

/** A report that was downloaded: a bundle has its hash, never the report, which AWS gives to one customer in confidence. */
export interface Downloaded {
  readonly id: string;
  readonly version: number | undefined;
  readonly sha256: string;
}

/** Every report that AWS has for this customer, without those that are no longer published. */
async function listReports(artifact: Artifact): Promise<readonly Report[]> {
  const reports: Report[] = [];
  let nextToken: string | undefined;
  do {
    const query = { maxResults: '100', ...(nextToken !== undefined && { nextToken }) };
    const page = (await artifact.get('/v1/report/list', query)) as { reports?: readonly Report[]; nextToken?: string };
    reports.push(...(page.reports ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return reports;
}

/** The reports by id, version and period, and the agreements that are in force. */
export async function artifactSection(
  bundle: Bundle,
  artifact: Artifact,
  downloaded: readonly Downloaded[],
): Promise<Section> {
  const reports = (await listReports(artifact)).map(
    ({ id, name, version, series, category, periodStart, periodEnd, acceptanceType }) => ({
      id,
      name,
      version,
      series,
      category,
      periodStart,
      periodEnd,
      acceptanceType,
      downloadedSha256: downloaded.find((each) => each.id === id)?.sha256 ?? null,
    }),
  );
  const { agreements, missing } = await agreementsOf(artifact);
  const { path } = bundle.json('artifact-reports.json', { reports, agreements });
  return {
    title: 'Reports of AWS (Artifact)',
    summary: `${counted(reports.length, 'report')} by id, version and period; ${counted(agreements.length, 'agreement')}`,
    files: [path],
    missing,
  };
}

async function agreementsOf(artifact: Artifact) {
  try {
    const reply = (await artifact.get('/v1/customer-agreement/list')) as {
      readonly customerAgreements?: readonly Readonly<Record<string, unknown>>[];
    };
    const agreements = (reply.customerAgreements ?? []).map(
      ({ name, id, type, state, effectiveStart, effectiveEnd }) => ({
        name,
        id,
        type,
        state,
        effectiveStart,
        effectiveEnd,
      }),
    );
    return { agreements, missing: [] };
  } catch (error) {
    return { agreements: [], missing: [`the agreements with AWS: ${(error as Error).message}`] };
  }
}

/** Whether a person agrees to the terms of a report, which lie behind an address. */
export type Consent = (id: string, termsUrl: string) => Promise<boolean>;

/**
 * Downloads a report once a person has agreed to its terms: AWS takes a download for that. The report lies outside the bundle.
 *
 * @throws Error where nobody agreed, or the report is there already
 */
export async function downloadReport(
  artifact: Artifact,
  id: string,
  folder: string,
  consent: Consent,
): Promise<Downloaded> {
  const terms = (await artifact.get('/v1/report/getTermForReport', { reportId: id })) as {
    readonly documentPresignedUrl?: string;
    readonly termToken?: string;
  };
  if (!(await consent(id, terms.documentPresignedUrl ?? '')))
    throw new Error(
      `${id} was not downloaded\n  rule: its terms have to be accepted first\n  fix:  read them, then repeat with --accept-terms ${id}`,
    );
  const { documentPresignedUrl: url = '' } = (await artifact.get('/v1/report/get', {
    reportId: id,
    termToken: terms.termToken ?? '',
  })) as { readonly documentPresignedUrl?: string };
  const metadata = (await artifact.get('/v1/report/getMetadata', { reportId: id })) as {
    readonly reportDetails?: { readonly version?: number };
  };
  const content = await artifact.fetch(url);
  const version = metadata.reportDetails?.version;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${id.replaceAll(/[^\w.-]/g, '_')}${version === undefined ? '' : `-${version}`}.pdf`);
  try {
    writeFileSync(file, content, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Error(
      `${file} is there already\n  rule: a report that was downloaded is kept: AWS marks each copy\n  fix:  move it away, or name another --artifact-folder`,
    );
  }
  return { id, version, sha256: sha256Of(content) };
}
