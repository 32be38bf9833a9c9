import type { Finding, Verification } from '../../live/finding';
import { described } from './report-table';

/** The findings as tests of CI, a suite for each account: what differs failed, what is unknown is an error. */
export function junitOf({ findings, began }: Verification): string {
  const accounts = [...new Set(findings.map(({ account }) => account))].sort();
  const suites = accounts.map((account) =>
    suiteOf(
      account,
      findings.filter((each) => each.account === account),
      began,
    ),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="verify"${counts(findings)}>`,
    ...suites,
    '</testsuites>',
  ].join('\n');
}

const suiteOf = (account: string, findings: readonly Finding[], began: string): string =>
  [
    `  <testsuite name="${escaped(account)}"${counts(findings)} timestamp="${began}">`,
    ...findings.map(caseOf),
    '  </testsuite>',
  ].join('\n');

function counts(findings: readonly Finding[]): string {
  const of = (status: Finding['status']): number => findings.filter((each) => each.status === status).length;
  return ` tests="${findings.length}" failures="${of('differs')}" errors="${of('unknown')}"`;
}

function caseOf(finding: Finding): string {
  const { id, region, promise, status, reason, deviations, mend } = finding;
  const open = `    <testcase classname="${escaped(`${id.split('/')[0]}.${region}`)}" name="${escaped(`${id}: ${promise}`)}"`;
  if (status === 'holds') return `${open}/>`;
  const kind = status === 'differs' ? 'failure' : 'error';
  const told = [...(reason === undefined ? [] : [reason]), ...deviations.map(described)];
  const text = [...told, `mend: ${mend}`].join('\n');
  return `${open}>\n      <${kind} message="${escaped(told[0] ?? status)}">${escaped(text)}</${kind}>\n    </testcase>`;
}

/** XML 1.0 admits no control characters, not even escaped ones. */
const escaped = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\n\r]/gu, '�')
    .replace(/[<>&"]/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[sign] ?? sign)
    .replace(/\n/g, '&#10;');
