// Says what Prowler found that docs/prowler.md does not answer, and what of the page it finds no more. Give it the file <account>.ocsf.json of each account.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const page = readFileSync(fileURLToPath(new URL('../../docs/prowler.md', import.meta.url)), 'utf8');

/** Groups of accounts, as the page calls them. */
const ai = ['ml-production', 'ml-development', 'sandbox'];
const members = ['log-archive', 'security', ...ai];
const groups = { AI: ai, all: ['management', ...members], members };

const files = process.argv.slice(2);
if (files.length === 0) fail('Name the files that Prowler wrote with --output-formats json-ocsf, one of each account.');
const reports = files.map(read);
const scanned = new Set(reports.map(({ account }) => account));
const found = new Set(reports.flatMap(({ account, failed }) => failed.map((check) => `${check} in ${account}`)));
const answered = new Set(answersOf(page).filter((answer) => scanned.has(answer.split(' in ')[1])));

const fresh = [...found].filter((failure) => !answered.has(failure)).sort();
const gone = [...answered].filter((failure) => !found.has(failure)).sort();
for (const failure of fresh) console.log(`new   ${failure}`);
for (const failure of gone) console.log(`gone  ${failure}`);
console.log(`${found.size} failures in ${scanned.size} accounts: ${fresh.length} new, ${gone.length} gone`);
process.exitCode = fresh.length + gone.length === 0 ? 0 : 2;

/** `<check> in <account>` for each failure that a row of the page answers. */
function answersOf(text) {
  const rows = text.split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => {
    const [, checks, , where] = row.split('|').map((cell) => cell.trim());
    const accounts = where.split(', ').flatMap((name) => groups[name] ?? [name]);
    return checks.split(', ').flatMap((check) => accounts.map((name) => `${check.replaceAll('`', '')} in ${name}`));
  });
}

/** The account of a report and the checks that failed in it. The file is named after the account, because members cannot look up their names. */
function read(file) {
  try {
    const findings = JSON.parse(readFileSync(file, 'utf8'));
    const failed = findings.filter(({ status_code }) => status_code === 'FAIL');
    return { account: basename(file, '.ocsf.json'), failed: failed.map(({ metadata }) => metadata.event_code) };
  } catch (error) {
    return fail(
      `${file} is no report of Prowler in OCSF (${error.message}); write it with --output-formats json-ocsf.`,
    );
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
