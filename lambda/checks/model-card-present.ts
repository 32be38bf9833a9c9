import {
  DescribeModelCardCommand,
  DescribeModelPackageCommand,
  ListModelCardsCommand,
  ListModelPackageGroupsCommand,
  ListModelPackagesCommand,
  type ModelCardStatus,
  type ModelPackageSummary,
} from '@aws-sdk/client-sagemaker';
import type { Check, Verdict } from '../check';
import type { Clients } from '../clients';
import { pages } from '../pages';

/** A model card that is not part of a model package, as far as it says what it is about. */
interface StandaloneCard {
  readonly status: ModelCardStatus;
  /** Names and ARNs of models that its content mentions. */
  readonly about: readonly string[];
}

/**
 * Without the text of cards, which may be encrypted with a key that is not the function's to use. The SDK of the runtime may be older than
 * this field and leave it out; a card under such a key then ends the run with AccessDenied, which Config shows as a failure of the rule.
 */
const IncludedData = 'MetadataOnly';

/**
 * Every model package group with an approved version has a model card: within the newest approved version, or on its own with
 * content that names the group or that version. An archived card does not count. A card that is not approved yet is noted.
 */
export const modelCardPresent: Check = {
  async onSchedule({ clients: { sagemaker } }) {
    const verdicts: Verdict[] = [];
    // An account may have many cards on their own, and seldom needs them: they are fetched where a version has none within.
    let standalone: readonly StandaloneCard[] | undefined;
    for await (const group of groups(sagemaker)) {
      const version = await tryNewestApproved(sagemaker, group);
      if (version === undefined) {
        verdicts.push(verdict(group, 'NOT_APPLICABLE', 'No version of it is approved.'));
        continue;
      }
      let status = await tryStatusWithin(sagemaker, version);
      if (status === undefined) {
        standalone ??= await standaloneCards(sagemaker);
        status = tryStatusAmong(standalone, [group, version.ModelPackageArn]);
      }
      verdicts.push(judge(group, `Version ${version.ModelPackageVersion}`, status));
    }
    return verdicts;
  },
};

const verdict = (group: string, compliance: Verdict['compliance'], annotation?: string): Verdict => ({
  resourceType: 'AWS::SageMaker::ModelPackageGroup',
  resourceId: group,
  compliance,
  annotation,
});

function judge(group: string, version: string, cardStatus: ModelCardStatus | undefined): Verdict {
  if (cardStatus === 'Approved') return verdict(group, 'COMPLIANT');
  if (cardStatus)
    return verdict(group, 'COMPLIANT', `${version} has a model card that is ${cardStatus}: have it approved.`);
  return verdict(
    group,
    'NON_COMPLIANT',
    `${version} is approved without a model card: add one to it, or make one that names the group in model_package_details.`,
  );
}

async function* groups(sagemaker: Clients['sagemaker']) {
  const list = pages((NextToken) => sagemaker.send(new ListModelPackageGroupsCommand({ MaxResults: 100, NextToken })));
  for await (const { ModelPackageGroupSummaryList = [] } of list)
    for (const { ModelPackageGroupName } of ModelPackageGroupSummaryList)
      if (ModelPackageGroupName) yield ModelPackageGroupName;
}

async function tryNewestApproved(
  sagemaker: Clients['sagemaker'],
  ModelPackageGroupName: string,
): Promise<ModelPackageSummary | undefined> {
  const list = pages((NextToken) =>
    sagemaker.send(
      new ListModelPackagesCommand({
        ModelPackageGroupName,
        ModelApprovalStatus: 'Approved',
        SortBy: 'CreationTime',
        SortOrder: 'Descending',
        MaxResults: 1,
        NextToken,
      }),
    ),
  );
  for await (const { ModelPackageSummaryList: [newest] = [] } of list) if (newest) return newest;
  return undefined;
}

async function tryStatusWithin(
  sagemaker: Clients['sagemaker'],
  { ModelPackageArn: ModelPackageName }: ModelPackageSummary,
): Promise<ModelCardStatus | undefined> {
  const { ModelCard } = await sagemaker.send(new DescribeModelPackageCommand({ ModelPackageName, IncludedData }));
  return ModelCard?.ModelCardStatus === 'Archived' ? undefined : ModelCard?.ModelCardStatus;
}

function tryStatusAmong(
  cards: readonly StandaloneCard[],
  subjects: readonly (string | undefined)[],
): ModelCardStatus | undefined {
  const fitting = cards.filter(({ about }) => about.some((subject) => subjects.includes(subject)));
  return (fitting.find(({ status }) => status === 'Approved') ?? fitting[0])?.status;
}

async function standaloneCards(sagemaker: Clients['sagemaker']): Promise<StandaloneCard[]> {
  const cards: StandaloneCard[] = [];
  const list = pages((NextToken) => sagemaker.send(new ListModelCardsCommand({ MaxResults: 100, NextToken })));
  for await (const { ModelCardSummaries = [] } of list)
    for (const { ModelCardName, ModelCardStatus: status } of ModelCardSummaries) {
      if (!status || status === 'Archived') continue;
      const { Content = '{}' } = await sagemaker.send(new DescribeModelCardCommand({ ModelCardName, IncludedData }));
      cards.push({ status, about: subjectsOf(Content) });
    }
  return cards;
}

/** The model card JSON schema of the SageMaker Developer Guide, where it refers to models. */
function subjectsOf(content: string): string[] {
  const { model_overview, model_package_details }: Record<string, Record<string, string> | undefined> =
    JSON.parse(content);
  return [
    model_overview?.model_id,
    model_overview?.model_name,
    model_package_details?.model_package_arn,
    model_package_details?.model_package_group_name,
  ].filter((subject) => subject !== undefined);
}
