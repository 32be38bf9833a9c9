import { scriptSecrets } from '../../../lambda/checks/script-secrets';
import { fakeClients, inPages } from '../fake-clients';

interface Scripts {
  /** By name, what runs when a notebook is made, and when it starts. */
  readonly notebooks?: Readonly<Record<string, { readonly create?: string; readonly start?: string }>>;
  readonly studio?: Readonly<Record<string, string>>;
}

const encoded = (script: string | undefined) => (script === undefined ? [] : [{ Content: btoa(script) }]);

const judged = async ({ notebooks = {}, studio = {} }: Scripts) => {
  const { clients } = fakeClients({
    ListNotebookInstanceLifecycleConfigs: inPages(
      'NotebookInstanceLifecycleConfigs',
      Object.keys(notebooks).map((name) => ({ NotebookInstanceLifecycleConfigName: name })),
    ),
    DescribeNotebookInstanceLifecycleConfig: ({ NotebookInstanceLifecycleConfigName: name }) => ({
      OnCreate: encoded(notebooks[String(name)]?.create),
      OnStart: encoded(notebooks[String(name)]?.start),
    }),
    ListStudioLifecycleConfigs: inPages(
      'StudioLifecycleConfigs',
      Object.keys(studio).map((name) => ({ StudioLifecycleConfigName: name })),
    ),
    DescribeStudioLifecycleConfig: ({ StudioLifecycleConfigName: name }) => ({
      StudioLifecycleConfigContent: btoa(studio[String(name)] ?? ''),
    }),
  });
  return scriptSecrets.onSchedule({ accountId: '111122223333', parameters: {}, clients });
};
const studio = async (script: string) => (await judged({ studio: { setup: script } }))[0];

/** Of no account: the form is what counts. Put together here, so that nobody who looks for secrets finds one in this file. */
const accessKey = `AKIA${'A2'.repeat(8)}`;
const rsa = ['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' ');

describe('a script that starts a notebook or an app', () => {
  it.each([
    ['an access key of AWS', `export AWS_ACCESS_KEY_ID=${accessKey}`],
    ['a private key', `echo "${rsa}" > ~/.ssh/id`],
    ['a token of GitHub', `git clone https://ghp_${'a1'.repeat(18)}@github.com/acme/models`],
    ['a token of Hugging Face', `export HF_TOKEN=hf_${'aB'.repeat(17)}`],
  ])('does not comply with %s', async (what, script) => {
    expect(await studio(`#!/bin/bash\n${script}\n`)).toMatchObject({
      resourceType: 'AWS::SageMaker::StudioLifecycleConfig',
      resourceId: 'setup',
      compliance: 'NON_COMPLIANT',
      annotation: `It holds ${what}: take it out and rotate it.`,
    });
  });

  it('complies where it reads a secret, names a public key or a role, or is empty', async () => {
    const scripts = [
      'aws secretsmanager get-secret-value --secret-id triage/database',
      '-----BEGIN PUBLIC KEY-----',
      'export AWS_ROLE_ARN=arn:aws:iam::111122223333:role/AKIAlpha',
      'huggingface-cli login --token "$HF_TOKEN"',
      '',
    ];
    for (const script of scripts) expect(await studio(script)).toMatchObject({ compliance: 'COMPLIANT' });
  });

  it('is judged by what runs when a notebook is made and when it starts', async () => {
    const secret = `export AWS_ACCESS_KEY_ID=${accessKey}`;
    const verdicts = await judged({
      notebooks: {
        bare: {},
        clean: { create: 'date', start: 'date' },
        made: { create: secret },
        started: { start: secret },
      },
    });
    expect(verdicts.map(({ resourceId, compliance }) => [resourceId, compliance])).toEqual([
      ['bare', 'COMPLIANT'],
      ['clean', 'COMPLIANT'],
      ['made', 'NON_COMPLIANT'],
      ['started', 'NON_COMPLIANT'],
    ]);
  });

  it('is reported without the secret', async () => {
    expect(JSON.stringify(await studio(accessKey))).not.toContain(accessKey);
  });
});
