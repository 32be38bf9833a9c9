import type { Finding, Verification } from '../../../live/finding';
import type { Commands } from './commands';
import type { Fault } from './fault';
import { faultsOfAccounts } from './faults-of-accounts';
import { faultsOfServices } from './faults-of-services';

const chains = [...faultsOfServices, ...faultsOfAccounts];

/** Faults of every kind; none hides another. */
export const faults: readonly Fault[] = chains.flat();

/** Does every fault by the AWS CLI, with the ids that AWS gave as a verification tells them. @throws Error where AWS refuses one */
export async function breakAll(commands: Commands, { findings }: Verification): Promise<void> {
  // More at once than there are processors would not be faster: the CLI is most of the work.
  const lanes = [0, 1].map((lane) => chains.filter((_, index) => index % 2 === lane).flat());
  await Promise.all(
    lanes.map(async (lane) => {
      for (const fault of lane) await call(commands, findings, fault, fault.aws);
    }),
  );
}

/** Does what the findings say of those faults that no deployment takes back. */
export async function mendAll(commands: Commands, { findings }: Verification): Promise<void> {
  for (const fault of faults) if (fault.mend) await call(commands, findings, fault, fault.mend);
}

/** What a verification does not say of the faults, with what it says in their place. */
export const missedIn = ({ findings }: Verification): readonly string[] =>
  faults.flatMap(({ what, at, field }) => {
    const found = findings.find(({ id }) => id === at);
    const isNamed = found?.status === 'differs' && found.deviations.some(({ path }) => path.startsWith(field));
    const said = found?.deviations.map(({ path }) => path).join(', ') || (found?.reason ?? 'nothing');
    return isNamed ? [] : [`${what}: ${at} is said to be ${found?.status}: ${said}`];
  });

async function call(commands: Commands, findings: readonly Finding[], fault: Fault, words: string): Promise<void> {
  const { at, what, document } = fault;
  const place = findingOf(findings, at);
  const filled = (text: string) => text.replace(/\{([^{}"]+)\}/g, (_, name) => valueAt(findings, at, name));
  const needsDocument = /--[\w-]+$/.test(words) && document !== undefined;
  const args = [...words.split(' ').map(filled), ...(needsDocument ? [filled(JSON.stringify(document))] : [])];
  const { code, stderr } = await commands.awsCli(place.account, place.region, args);
  if (code !== 0) throw new Error(`${what}: aws ${args.join(' ')}\n${stderr.trim()}`);
}

function findingOf(findings: readonly Finding[], id: string): Finding {
  const found = findings.find((each) => each.id === id);
  if (!found) throw new Error(`there is no finding ${id}`);
  return found;
}

/** `name`, `roots.0.id` or `<finding>:name`, in what AWS has. */
function valueAt(findings: readonly Finding[], at: string, written: string): string {
  const [path = '', id = at] = written.split(':').reverse();
  const { found = {}, accountId } = findingOf(findings, id);
  const value = path
    .split('.')
    .reduce<unknown>((within, step) => (within as Record<string, unknown> | undefined)?.[step], {
      ...(found as object),
      accountId,
    });
  if (value === undefined) throw new Error(`${id} has no ${path} in AWS`);
  return String(value);
}
