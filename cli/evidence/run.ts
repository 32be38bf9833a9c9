import { writeFileSync } from 'node:fs';
import type { Verification } from '../../live/finding';
import type { Answer, Context } from '../kit/command';
import { Bundle } from './bundle';
import { checksSection, controlEvidence, replyFiles } from './checks';
import { coverPage, digestOfFiles } from './cover';
import { exceptionsOf, exceptionsSection } from './exceptions';
import { indexPage } from './html';
import { type Input, readInput } from './input';
import { type Asking, artifactOf, idsOf, liveSections } from './live-sections';
import { modelCardsSection } from './models';
import type { Options } from './options';
import { oscalSection } from './oscal-files';
import { policiesSection, proofsOf, proofsSection } from './policies';
import type { Section } from './section';
import { sealWith } from './sign';
import { readSurroundings, type Surroundings } from './surroundings';
import { versionsSection } from './versions';
import { type AccountView, type BundleView, leftOut, missingOf, resultsOf, waysToCheck } from './view';

type Screen = Pick<Context, 'today' | 'note' | 'live' | 'refuse'>;

/**
 * Gathers the evidence and writes it as one bundle. Nothing is on disk before all of it is there.
 *
 * @throws Error where AWS does not accept the credentials, or nobody accepted the terms of a report that was asked for
 */
export async function run(
  options: Options,
  context: Screen,
  read: () => Surroundings = readSurroundings,
): Promise<Answer> {
  const input = readInput(options);
  context.refuse(input.problems);
  const surroundings = read();
  const { zone } = surroundings;
  const aws = options.offline ? undefined : surroundings.connect(options.role ?? zone.deployRole);
  try {
    const bundle = new Bundle();
    // A person is asked for terms before the long reading begins.
    const artifact = await artifactOf({ bundle, options, surroundings, aws, context });
    const verification = input.verification?.value ?? (aws && (await surroundings.verify(aws, context.live)));
    const ids = idsOf(zone, verification);
    const asking = { bundle, options, surroundings, aws, ids, context };
    const view = await gather(asking, artifact, verification, {
      today: context.today,
      missing: input.verification?.missing ?? [],
    });
    return await write(bundle, view, options, input);
  } finally {
    aws?.close();
  }
}

async function gather(
  asking: Asking,
  artifact: Section,
  verification: Verification | undefined,
  { today, missing }: { readonly today: string; readonly missing: readonly string[] },
): Promise<BundleView> {
  const { bundle, options, surroundings, context } = asking;
  const { zone, version } = surroundings;
  const at = options.at ?? verification?.ended ?? `${today}T00:00:00.000Z`;
  const files = verification ? replyFiles(bundle, verification) : new Map<never, never>();
  const nodes = await proofsOf(zone, context.live);
  const controls = controlEvidence(zone, files, nodes);
  const results = resultsOf(controls).map(([result, count]) => `${count} ${result}`);
  const sections = [
    {
      title: 'Controls',
      summary: `${controls.length}: ${results.join(', ')}`,
      files: [bundle.json('controls.json', { controls }).path],
      missing: [],
    },
    checksSection(bundle, verification, files, missing),
    policiesSection(bundle, zone, verification),
    proofsSection(bundle, zone, nodes),
    exceptionsSection(bundle, zone),
    ...(await liveSections(asking)),
    modelCardsSection(bundle, zone, at.slice(0, 10), options['model-card-content']),
    artifact,
    oscalSection(bundle, { zone, at, version, oscalVersion: options.oscal }, verification, files),
    versionsSection(bundle, zone),
  ];
  return bundle.redactor.value({
    landingZone: zone.name,
    at,
    period: options.period ?? null,
    offline: verification === undefined,
    tool: `ai-governance-landing-zone ${version}`,
    regions: zone.regions,
    accounts: accountsOf(asking, verification),
    sections,
    controls,
    exceptions: exceptionsOf(zone),
  });
}

const accountsOf = ({ surroundings, ids }: Asking, verification: Verification | undefined): readonly AccountView[] =>
  surroundings.zone.activeAccounts.map(({ name, ou, origin, regions }) => {
    const own = verification?.findings.filter(({ account }) => account === name) ?? [];
    return {
      account: name,
      id: ids.get(name) ?? null,
      organizationalUnit: ou ?? null,
      origin,
      regions,
      checks: own.length,
      unknown: own.filter(({ status }) => status === 'unknown').length,
    };
  });

async function write(bundle: Bundle, view: BundleView, options: Options, { out, key }: Input): Promise<Answer> {
  const { landingZone, at, period, offline, tool, regions, accounts, sections } = view;
  const missing = missingOf(sections);
  const scope = { landingZone, at, period, offline, tool, regions, accounts, missing, leftOut };
  bundle.json('scope.json', { ...scope, redactions: bundle.redactor.redactions, howToCheck: waysToCheck });
  bundle.text('index.html', indexPage(view, key !== undefined));
  bundle.drawn('cover.pdf', await coverPage(view, digestOfFiles(bundle.files)));
  bundle.seal({ landingZone, at, tool }, key && sealWith(key));
  bundle.write(out);
  if (options.zip) writeFileSync(`${out}.zip`, bundle.zip(at));
  const text = [
    `${out}: ${bundle.files.length} files as of ${at}${key ? ', signed' : ''}. Begin with index.html.`,
    ...sections.map(({ title, summary }) => `  ${title}: ${summary}`),
    ...(missing.length > 0 ? ['', 'Missing:', ...missing.map(({ part, what }) => `  ${part}: ${what}`)] : []),
  ];
  return { text: text.join('\n'), json: { out, files: bundle.files.length, ...scope, sections } };
}
