import type { ControlEvidence } from './checks';
import { style } from './html-style';
import { escaped, link, readable, status, table } from './html-table';
import { type BundleView, disclaimer, leftOut, missingOf, resultsOf, waysToCheck } from './view';

/** The page that an auditor opens first: one file, without scripts, fonts or pictures, and with what could not be read before all else. */
export function indexPage(view: BundleView, signed: boolean): string {
  const title = `Evidence of ${view.landingZone}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}, ${view.at.slice(0, 10)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<h1>${escaped(title)}</h1>
<p>As of <time datetime="${view.at}">${readable(view.at)}</time>${view.period ? `, trails from ${view.period.since} to ${view.period.until}` : ''}. Made by ${escaped(view.tool)}.</p>
<p>${disclaimer}</p>
<nav aria-label="Parts of this page"><ul>${parts.map(([id, name]) => `<li><a href="#${id}">${name}</a></li>`).join('')}</ul></nav>
</header>
<main id="content">
${parts.map(([id, name, render]) => `<section aria-labelledby="${id}"><h2 id="${id}">${name}</h2>\n${render(view, signed)}</section>`).join('\n')}
</main>
</body>
</html>
`;
}

const parts: readonly (readonly [string, string, (view: BundleView, signed: boolean) => string])[] = [
  ['scope', 'Scope, and what could not be read', scope],
  ['results', 'Results', results],
  ['controls', 'Controls', controls],
  ['exceptions', 'Exceptions', exceptions],
  ['files', 'Files of this bundle', files],
  ['check', 'How to check this bundle', check],
];

function scope({ offline, accounts, regions, sections }: BundleView): string {
  const missing = missingOf(sections);
  return [
    offline
      ? '<p class="warning"><strong>Made offline:</strong> AWS was not read. This bundle shows what is promised, not what is there.</p>'
      : '',
    '<h3>What could not be read</h3>',
    missing.length === 0
      ? '<p>Everything that was asked for was read.</p>'
      : table(
          'Missing from this bundle, with the reason',
          ['Part', 'What, and why'],
          missing.map(({ part, what }) => [part, what]),
        ),
    '<h3>Accounts and regions</h3>',
    `<p>Governed regions: ${escaped(regions.join(', '))}.</p>`,
    table(
      'Accounts of the landing zone',
      ['Account', 'Id', 'Organizational unit', 'Origin', 'Regions', 'Checks', 'Unknown'],
      accounts.map(({ account, id, organizationalUnit, origin, regions: own, checks, unknown }) => [
        account,
        id ?? 'not known',
        organizationalUnit ?? 'Root',
        origin,
        own.join(', '),
        checks,
        unknown,
      ]),
    ),
    '<h3>Left out by design</h3>',
    `<ul>${leftOut.map((each) => `<li>${escaped(each)}</li>`).join('')}</ul>`,
  ].join('\n');
}

function results({ controls: all, sections }: BundleView): string {
  return [
    table(
      'Controls by result',
      ['Result', 'Controls'],
      resultsOf(all).map(([result, count]) => [status(result), count]),
    ),
    table(
      'Parts of the evidence',
      ['Part', 'What it says'],
      sections.map(({ title, summary }) => [title, summary]),
    ),
  ].join('\n');
}

function controls({ controls: all }: BundleView): string {
  const rows = all.map((each) => [
    { html: `<a href="#control-${each.control}">${each.control}</a>` },
    each.promise,
    each.severity,
    each.mode,
    status(each.result),
    each.checks.length,
    proofsIn(each),
  ]);
  const head = ['Control', 'Promise', 'Severity', 'Mode', 'Result', 'Checks', 'Proofs'];
  return [
    '<p>A control that is not checked is kept by policies and rules that are proved, counted or listed elsewhere in this bundle; nothing in AWS was looked at for it.</p>',
    table('Every control with its result', head, rows),
    '<h3>Checks and replies by control</h3>',
    ...all.map(detailsOf),
  ].join('\n');
}

const proofsIn = ({ proofs }: ControlEvidence): string =>
  proofs.length === 0
    ? 'none'
    : `${proofs.filter(({ verdict }) => verdict === 'proved').length} of ${proofs.length} proved`;

function detailsOf({ control, promise, where, mode, reason, checks, proofs }: ControlEvidence): string {
  return `<details id="control-${control}"><summary>${control}: ${escaped(promise)}</summary>
<p>Holds in ${escaped(where)}; ${mode}${reason ? `: ${escaped(reason)}` : ''}.</p>
${
  checks.length === 0
    ? '<p>No check of the live accounts leans on it.</p>'
    : table(
        `Checks of ${control}`,
        ['Check', 'Account', 'Region', 'Result', 'Time', 'Replies of AWS'],
        checks.map((each) => [
          each.id,
          each.account,
          each.region,
          status(each.status),
          readable(each.time),
          each.replies.length === 0 ? 'none' : each.replies.map(({ file, what }) => ({ html: `${link(file, what)} ` })),
        ]),
      )
}
${
  proofs.length === 0
    ? ''
    : table(
        `Proofs of ${control}`,
        ['Where', 'Claim', 'Verdict'],
        proofs.map(({ node, that, verdict }) => [node, that, verdict]),
      )
}</details>`;
}

function exceptions({ exceptions: all }: BundleView): string {
  return all.length === 0
    ? '<p>There is none.</p>'
    : table(
        'What is left out on purpose, and why',
        ['Kind', 'What', 'Reason'],
        all.map(({ kind, what, reason }) => [kind, what, reason]),
      );
}

function files({ sections }: BundleView): string {
  return table(
    'Files by part; large parts are folders',
    ['Part', 'Files'],
    sections.map(({ title, files: own }) => [
      title,
      own.length === 0 ? 'none' : own.slice(0, 40).map((file) => ({ html: `${link(file, file)} ` })),
    ]),
  );
}

function check(_: BundleView, signed: boolean): string {
  return [
    '<p>In the folder of this bundle, with programs that are on most machines:</p><ol>',
    `<li>Every file is as it was written: <code>${escaped(waysToCheck.hashes)}</code></li>`,
    `<li>The cover, on paper too, prints a digest of all other files: <code>${escaped(waysToCheck.cover)}</code></li>`,
    signed
      ? `<li>The list of hashes is signed (OpenSSL 3): <code>${escaped(waysToCheck.signature)}</code>. Ask whoever gave you the bundle, by another way, whether <code>SHA256SUMS.pem</code> is their key.</li>`
      : '<li>This bundle is not signed: <code>--sign</code> signs the list of hashes.</li>',
    '<li>Each file of <code>replies/</code> is named by its own SHA-256.</li></ol>',
  ].join('\n');
}
