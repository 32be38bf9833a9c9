import { relative } from 'node:path';
import { ledgerFile } from '../../schema/forms/ledger';
import { waitingJobs } from '../../schema/forms/macie';
import { rememberedStacks } from '../../schema/forms/remembered';
import type { LandingZone } from '../../schema/landing-zone';
import { synthesizeLandingZone } from '../../stacks';
import { differenceOf, isCurrent, type LedgerDifference } from '../../stacks/ledger/difference';
import { type KeptResource, keptResources, takenUpResources } from '../../stacks/ledger/kept-resources';
import { nextLedger } from '../../stacks/ledger/next-ledger';
import { readWrittenStacks, type WrittenStack } from '../../stacks/ledger/written-stacks';
import type { Answer, Context } from '../kit/command';
import { describeDifference, linesOf } from '../lock/report';
import { readZone } from '../read-zone';
import { adoptedOrganization } from './adopted-organization';
import { adviceOn } from './advice';
import { refuseEmptyStates } from './empty-states';
import { hcpFigures } from './hcp-figures';
import { refuseUnknownWords } from './known-words';
import { providerChange, tryProviderIn } from './provider-change';
import { replaceOutput } from './replace-output';

/** The landing zone, once everything that its controls say was found to exist in AWS. */
export async function readChecked(): Promise<LandingZone> {
  const zone = readZone();
  await refuseUnknownWords(zone);
  return zone;
}

/** Reads, checks, builds and writes every stack. */
export async function run(
  { locked }: { readonly locked: boolean },
  { note }: Pick<Context, 'note'>,
  read: () => LandingZone | Promise<LandingZone> = readChecked,
  outdir: string = process.env.CDKTF_OUTDIR ?? 'cdktf.out',
): Promise<Answer> {
  const zone = await read();
  refuseEmptyStates(zone, outdir);
  let stacks: ReadonlyMap<string, WrittenStack> = new Map();
  let ledger: LedgerDifference | undefined;
  const provider = tryProviderIn(outdir);
  try {
    const result = replaceOutput(outdir, (folder) => {
      synthesizeLandingZone(zone, { outdir: folder });
      stacks = readWrittenStacks(folder, rememberedStacks(zone.ledger));
      ledger = staleness(zone, stacks);
      if (locked && ledger) throw new StaleLedger(ledger);
    });
    const folder = relative(process.cwd(), outdir);
    const shown = folder.startsWith('..') ? outdir : folder;
    const kept = zone.protection === 'on' ? keptResources(zone, stacks) : [];
    const takenUp = zone.protection === 'on' ? takenUpResources(zone, stacks) : [];
    note(`${count(result.stacks.length, 'stack')} in ${shown}/stacks, ${count(result.changed.length, 'file')} changed`);
    for (const stack of result.gone)
      note(
        `${stack} is no longer a stack: its cdk.tf.json was removed. What it deployed stays in AWS, and its state file stays where it is.`,
      );
    for (const each of kept) note(`kept in AWS, out of Terraform: ${named(each)}`);
    for (const each of takenUp) note(`kept in AWS, taken up by Terraform again: ${named(each)}`);
    for (const job of waitingJobs(zone.services.macie))
      note(`Macie job ${job} waits: write schedule: { once: '2026-12-01' }, the day, when its buckets have data`);
    for (const line of adoptedOrganization(zone)) note(line);
    for (const line of providerChange(provider, zone.awsProvider)) note(line);
    for (const line of adviceOn(zone)) note(line);
    for (const line of hcpFigures(outdir)) note(line);
    if (ledger) note(describeDifference(ledger));
    return { json: { outdir: shown, ...result, kept, takenUp, ledger } };
  } catch (error) {
    if (!(error instanceof StaleLedger)) throw error;
    const { difference } = error;
    const text = [
      `${ledgerFile} is not as it has to be; nothing was written. Run npx landing-zone lock, and check it in.`,
      ...linesOf(difference),
    ].join('\n');
    return { text, json: { ledger: difference }, no: true };
  }
}

/** Ends a synth before its output takes its place. */
class StaleLedger extends Error {
  constructor(readonly difference: LedgerDifference) {
    super(ledgerFile);
  }
}

/** What the ledger lacks; undefined where nothing. Without protection only its accounts can be told. */
function staleness(zone: LandingZone, stacks: ReadonlyMap<string, WrittenStack>): LedgerDifference | undefined {
  const next = nextLedger(zone, stacks);
  const expected =
    zone.protection === 'on' ? next : { ...next, protected: zone.ledger.protected, kept: zone.ledger.kept };
  const difference = differenceOf(zone.ledger, expected);
  return isCurrent(difference) ? undefined : difference;
}

const named = ({ stack, address, companions }: KeptResource): string =>
  `${stack} ${address}${companions.length > 0 ? ` (and ${companions.length} with it)` : ''}`;

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
