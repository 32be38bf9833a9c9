import { Redactor } from '../../../cli/evidence/redact';

/** Assembled here, so that no scanner takes this file for a leak. */
const planted = {
  accessKey: `AKIA${'IOSFODNN7EXAMPLE'}`,
  sessionKey: `ASIA${'IOSFODNN7EXAMPLE'}`,
  secretKey: `wJalrXUtnFEMI/K7MDENG/${'bPxRfiCYEXAMPLEKEY'}`,
  sessionToken: `IQoJ${'b3JpZ2luX2VjEHoaCXVzLWVhc3QtMSJHMEUCIQDabcdefghijklmnopq'}==`,
  bedrockKey: `ABSK${'QmVkcm9ja0FQSUtleS1hYmNkLWF0LTExMTEyMjIyMzMzMzpYWVo='}`,
  privateKey: `-----BEGIN ${'PRIVATE KEY'}-----\nMC4CAQAwBQYDK2VwBCIEIA\n-----END ${'PRIVATE KEY'}-----`,
  token: `eyJ${'hbGciOiJIUzI1NiJ9'}.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N`,
  presigned: `https://bucket.s3.amazonaws.com/report.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=x&X-Amz-Signature=${'deadbeef'}`,
  webhook: `https://hooks.slack.com/services/${'T000/B000/XXXXYYYYZZZZ'}`,
  urlPassword: `postgres://root:${'hunter2'}@db.example.com/models`,
};

describe('what goes into a bundle', () => {
  it.each(Object.entries(planted))('has no %s, alone or inside other text', (_, secret) => {
    const redactor = new Redactor();
    const written = JSON.stringify(redactor.value({ note: `before ${secret} after`, list: [secret], [secret]: 1 }));
    for (const part of secret.split(/[\s?&]/).filter((each) => each.length > 20 && !each.startsWith('https://bucket')))
      expect(written).not.toContain(part);
    expect(written).toContain('before');
    expect(written).toContain('after');
    expect(Object.values(redactor.redactions).some((count) => count > 0)).toBe(true);
  });

  it('tells which object a presigned URL was of, and not the right to read it', () => {
    expect(new Redactor().text(planted.presigned)).toBe(
      'https://bucket.s3.amazonaws.com/report.pdf?<redacted: presigned URL>',
    );
  });

  it('has no secret in a field that is called one, whatever it looks like', () => {
    const value = { Password: 'a', secret_access_key: 'b', SessionToken: 'c', credentials: { any: 'thing' } };
    expect(Object.values(new Redactor().value(value))).toEqual(Array(4).fill('<redacted: secret>'));
  });

  it.each([
    'DB_PASSWORD',
    'dbPassword',
    'accessToken',
    'x-api-key',
    'GITHUB_TOKEN',
    'aws_secret_access_key',
    'refresh_token',
    'clientSecret',
    'Authorization',
    'ssh_private_key',
  ])('has no secret in a field that ends as %s does, nor in text that says so', (name) => {
    const secret = `plain${'Hunter2'}`;
    expect(new Redactor().value({ [name]: secret })).toEqual({ [name]: '<redacted: secret>' });
    if (name === 'Authorization') return;
    for (const text of [
      `${name}=${secret}`,
      `export ${name}="${secret}"; run`,
      `got {"${name}":"${secret}"} back`,
      `got {"${name}": "${secret} with blanks"} back`,
      JSON.stringify(`got {"${name}":"${secret}","b":1}`),
      `https://example.com/hook?${name}=${secret}&b=1`,
      `${name}:${secret}`,
    ]) {
      const redacted = new Redactor().text(text);
      expect(redacted).not.toMatch(/Hunter2|with blanks/);
      expect(redacted).toContain('<redacted: secret>');
    }
    expect(new Redactor().text(`got {"${name}":"${secret}","b":1} back`)).toBe(
      `got {"${name}":"<redacted: secret>","b":1} back`,
    );
  });

  it.each(['=', ':', ': ', '="', "='", ' '])('has no secret access key behind %j, nor before a full stop', (sign) => {
    expect(new Redactor().text(`key${sign}${planted.secretKey}`)).not.toContain('wJalr');
    expect(new Redactor().text(`aws_secret_access_key${sign}${planted.secretKey}.`)).not.toContain('wJalr');
  });

  it('has no webhook of Azure or Discord', () => {
    const signature = `9f8e7d6c${'Azure'}`;
    const azure = `https://prod-01.westeurope.logic.azure.com:443/workflows/0a/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers&sig=${signature}`;
    const discord = `https://discord.com/api/webhooks/123456789012345678/${'Ab1-Cd2_Ef3'}`;
    const redacted = new Redactor().text(`to ${azure} and ${discord}`);
    expect(redacted).not.toContain(signature);
    expect(redacted).not.toContain('Ab1-Cd2');
    expect(redacted).toMatch(/^to https:\/\/prod-01\.westeurope\.logic\.azure\.com.* and https:\/\/discord\.com/);
  });

  it('has no prompt and no answer of an invocation log', () => {
    const log = {
      modelId: 'anthropic.claude-3',
      input: { inputContentType: 'application/json', inputBodyJson: { messages: [{ content: 'My knee hurts' }] } },
      output: { outputBodyJson: { completion: 'Rest it' } },
    };
    const written = JSON.stringify(new Redactor().value({ message: JSON.stringify(log), ...log }));
    expect(written).not.toMatch(/knee|Rest it/);
    expect(written).toContain('anthropic.claude-3');
  });

  it('has numbers in place of people, the same for the same person', () => {
    const redactor = new Redactor();
    const arn = 'arn:aws:sts::111122223333:assumed-role/Auditor/';
    expect(
      redactor.value([
        `${arn}Jane.Doe@example.com`,
        'jane.doe@example.com',
        `${arn}john`,
        `AROA${'A'.repeat(17)}:john`,
      ]),
    ).toEqual([`${arn}<person 1>`, '<person 1>', `${arn}<person 2>`, `AROA${'A'.repeat(17)}:<person 2>`]);
  });

  it.each(['userName', 'who', 'user_name', 'RoleSessionName', 'sessionName', 'createdBy'])(
    'has a number in place of a bare name under %s, the same as in a session, and keeps what is no person',
    (field) => {
      const redactor = new Redactor();
      const arn = 'arn:aws:sts::111122223333:assumed-role/Auditor/';
      expect(redactor.value([{ [field]: 'alice.smith' }, `${arn}alice.smith`, { [field]: ['bob'] }])).toEqual([
        { [field]: '<person 1>' },
        `${arn}<person 1>`,
        { [field]: ['<person 2>'] },
      ]);
      const kept = ['cloudtrail.amazonaws.com', 'arn:aws:iam::111122223333:root', '111122223333', ''];
      expect(kept.map((each) => redactor.value({ [field]: each })[field])).toEqual(kept);
    },
  );

  it.each(['ip', 'ipAddress', 'remote_ip', 'X-Forwarded-For', 'ipAddressV4'])(
    'has a number in place of an address under %s',
    (field) => {
      expect(new Redactor().value({ [field]: '203.0.113.7' })).toEqual({ [field]: '<address 1>' });
    },
  );

  it('has no name and no number of a contact of an account', () => {
    const contact = { Name: 'Jane Doe', Title: 'Head', PhoneNumber: '+49 30 1', AlternateContactType: 'SECURITY' };
    expect(new Redactor().value(contact)).toEqual({
      Name: '<person 1>',
      Title: '<person 2>',
      PhoneNumber: '<person 3>',
      AlternateContactType: 'SECURITY',
    });
  });

  it('has numbers in place of the addresses that somebody called from, and services as they are', () => {
    const rows = [
      { source_ip: '203.0.113.7' },
      { sourceIPAddress: 'cloudtrail.amazonaws.com' },
      { source_ip: '2001:db8::1' },
    ];
    expect(new Redactor().value(rows)).toEqual([
      { source_ip: '<address 1>' },
      { sourceIPAddress: 'cloudtrail.amazonaws.com' },
      { source_ip: '<address 2>' },
    ]);
  });

  it.each([
    'arn:aws:iam::111122223333:role/OrganizationAccountAccessRole',
    'arn:aws:iam::*:user/*',
    'arn:aws:s3:::acme-ai-trail-111122223333/AWSLogs/o-abc/111122223333/CloudTrail/eu-central-1',
    '0f2c1f2a9d3b4c5e6f708192a3b4c5d6e7f80912',
    '{"Version":"2012-10-17",  "Statement":[{"Effect":"Deny","Condition":{"Null":{"aws:TokenIssueTime":"true"}}}]}',
    '2026-11-28T08:00:00.000Z',
    '10.0.0.0/8',
    'arn:aws:secretsmanager:eu-central-1:111122223333:secret:triage/db-AbCdEf',
    'arn:aws:iam::111122223333:role/Abcdefghijklmnopqrstuvwxyz0123456789',
    'token.actions.githubusercontent.com:sub',
    'ExpiredToken: The security token included in the request is expired',
    'NextToken=abcdef',
    'the secret: nobody knows it',
    'ai-governance-landing-zone 0.2.0',
  ])('keeps %s as it is', (text) => {
    const redactor = new Redactor();
    expect(redactor.value({ document: text })).toEqual({ document: text });
    expect(redactor.redactions).toEqual({});
  });

  it('keeps settings that are only called like secrets', () => {
    const settings = {
      http_tokens: 'required',
      NextToken: 'n',
      clientRequestToken: 'c',
      secretArn: 'a',
      requireNumbers: true,
      password: true,
      ami: null,
    };
    expect(new Redactor().value(settings)).toEqual(settings);
  });
});
