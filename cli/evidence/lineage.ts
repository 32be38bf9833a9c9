import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { Account, LandingZone } from '../../schema/landing-zone';
import { counted } from '../kit/counted';
import { answerOf } from '../lineage/answer';
import { Locator } from '../lineage/locate';
import type { LineageScope } from '../lineage/scope';
import { directionsOf, readLineage } from '../lineage/show';
import type { Bundle } from './bundle';
import type { Section } from './section';

/** An account with models. */
type WithModels = Account & { readonly ai: NonNullable<Account['ai']> };

/** Speaks with SageMaker in an account; undefined where AWS is not to be asked. */
export type AskLineage = ((scope: LineageScope) => SageMakerClient) | undefined;

/** Which data trained which model: what the accounts' files declare, and what SageMaker has on record of every group of models. */
export async function lineageSection(
  bundle: Bundle,
  zone: LandingZone,
  idOf: (account: string) => string | undefined,
  ask: AskLineage,
): Promise<Section> {
  const accounts = zone.activeAccounts.flatMap(({ ai, ...account }) => (ai ? [{ ...account, ai }] : []));
  const declared = accounts.map(({ name, ai }) => ({
    account: name,
    datasets: ai.lineage?.datasets ?? [],
    projects: ai.lineage?.projects ?? [],
  }));
  const missing: string[] = ask ? [] : ['what SageMaker has on record: AWS was not read'];
  const recorded = [];
  for (const account of ask ? accounts : [])
    for (const { name: group } of account.ai.registry.groups)
      try {
        recorded.push({ account: account.name, group, ...(await groupLineage(zone, account, group, idOf, ask)) });
      } catch (error) {
        missing.push(`${account.name}, ${group}: ${(error as Error).message.split('\n').slice(0, 3).join(' ')}`);
      }
  const { path } = bundle.json('lineage.json', { declared, recorded });
  const datasets = declared.reduce((sum, each) => sum + each.datasets.length, 0);
  return {
    title: 'Lineage',
    summary: `${counted(datasets, 'dataset')} declared; the record of ${counted(recorded.length, 'group')} of models`,
    files: [path],
    missing,
  };
}

async function groupLineage(
  zone: LandingZone,
  account: WithModels,
  group: string,
  idOf: (account: string) => string | undefined,
  ask: AskLineage,
) {
  const accountId = account.id ?? idOf(account.name);
  if (accountId === undefined || !ask) throw new Error('AWS did not give the id of the account');
  const scope = { account, accountId, region: zone.homeRegion };
  const client = ask(scope);
  const question = { kind: 'model-group', name: group } as const;
  try {
    const graph = await readLineage(client, new Locator(client, zone, scope), question);
    return { answer: answerOf(graph, directionsOf(question)), graph };
  } finally {
    client.destroy();
  }
}
