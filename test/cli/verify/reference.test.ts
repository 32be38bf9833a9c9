import { piecesOf } from '../../../cli/verify/reference';

describe('a text of Terraform', () => {
  it('is in pieces: words as they are, and references with their steps', () => {
    expect(
      piecesOf('arn:aws:iam::${data.terraform_remote_state.management.outputs.account_ids["log-archive"]}:root'),
    ).toEqual([
      'arn:aws:iam::',
      {
        text: 'data.terraform_remote_state.management.outputs.account_ids["log-archive"]',
        path: ['data', 'terraform_remote_state', 'management', 'outputs', 'account_ids', 'log-archive'],
      },
      ':root',
    ]);
  });

  it('has steps by number', () => {
    expect(piecesOf('${aws_organizations_organization.it.roots[0].id}')).toMatchObject([
      { path: ['aws_organizations_organization', 'it', 'roots', 0, 'id'] },
    ]);
  });

  it('keeps what IAM and CloudFormation write in braces themselves', () => {
    expect(piecesOf('home/$${aws:username}/')).toEqual(['home/${aws:username}/']);
  });

  it('has no steps where it works something out', () => {
    expect(piecesOf('${length(local.names) == 0}')).toEqual([{ text: 'length(local.names) == 0', path: [] }]);
  });
});
