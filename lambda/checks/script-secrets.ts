import {
  DescribeNotebookInstanceLifecycleConfigCommand,
  DescribeStudioLifecycleConfigCommand,
  ListNotebookInstanceLifecycleConfigsCommand,
  ListStudioLifecycleConfigsCommand,
} from '@aws-sdk/client-sagemaker';
import { type Check, faultsVerdict } from '../check';
import type { Clients } from '../clients';
import { pages } from '../pages';

/**
 * Secrets that show by their form. Sources: IAM User Guide, "Unique identifiers" (`AKIA` begins the id of a long-term access key); RFC 7468
 * (PEM); GitHub, "Behind GitHub's new authentication token formats"; the prefix of Hugging Face's user access tokens.
 */
const secrets: Readonly<Record<string, RegExp>> = {
  'an access key of AWS': /\bAKIA[A-Z2-7]{16}\b/,
  'a private key': /-----BEGIN ([A-Z]+ )*PRIVATE KEY-----/,
  'a token of GitHub': /\b(gh[oprsu]_[A-Za-z0-9]{36}|github_pat_\w{60,})/,
  'a token of Hugging Face': /\bhf_[A-Za-z0-9]{30,}\b/,
};

/** Scripts that run when a notebook or an app of Studio starts hold no secret that shows by its form. */
export const scriptSecrets: Check = {
  async onSchedule({ clients: { sagemaker } }) {
    const verdicts = [];
    for await (const { resourceType, resourceId, scripts } of configurations(sagemaker)) {
      const text = scripts.map((script) => Buffer.from(script, 'base64').toString('utf8')).join('\n');
      const found = Object.keys(secrets).filter((name) => secrets[name]?.test(text));
      // What it is, and not the secret itself: whoever reads findings must not get it from them.
      const faults = found.length === 0 ? [] : [`It holds ${found.join(', ')}: take it out and rotate it.`];
      verdicts.push(faultsVerdict(resourceType, resourceId, faults));
    }
    return verdicts;
  },
};

/** Configurations of both kinds, with their scripts in base64, as the API has them. */
async function* configurations(sagemaker: Clients['sagemaker']) {
  for await (const name of namesOfNotebooks(sagemaker)) {
    const { OnCreate = [], OnStart = [] } = await sagemaker.send(
      new DescribeNotebookInstanceLifecycleConfigCommand({ NotebookInstanceLifecycleConfigName: name }),
    );
    const scripts = [...OnCreate, ...OnStart].flatMap(({ Content }) => Content ?? []);
    yield { resourceType: 'AWS::SageMaker::NotebookInstanceLifecycleConfig', resourceId: name, scripts };
  }
  for await (const name of namesOfStudio(sagemaker)) {
    const { StudioLifecycleConfigContent } = await sagemaker.send(
      new DescribeStudioLifecycleConfigCommand({ StudioLifecycleConfigName: name }),
    );
    const scripts = StudioLifecycleConfigContent ? [StudioLifecycleConfigContent] : [];
    yield { resourceType: 'AWS::SageMaker::StudioLifecycleConfig', resourceId: name, scripts };
  }
}

async function* namesOfNotebooks(sagemaker: Clients['sagemaker']) {
  const list = pages((NextToken) =>
    sagemaker.send(new ListNotebookInstanceLifecycleConfigsCommand({ MaxResults: 100, NextToken })),
  );
  for await (const { NotebookInstanceLifecycleConfigs = [] } of list)
    for (const { NotebookInstanceLifecycleConfigName: name } of NotebookInstanceLifecycleConfigs) if (name) yield name;
}

async function* namesOfStudio(sagemaker: Clients['sagemaker']) {
  const list = pages((NextToken) =>
    sagemaker.send(new ListStudioLifecycleConfigsCommand({ MaxResults: 100, NextToken })),
  );
  for await (const { StudioLifecycleConfigs = [] } of list)
    for (const { StudioLifecycleConfigName: name } of StudioLifecycleConfigs) if (name) yield name;
}
