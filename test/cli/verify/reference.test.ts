import { piecesOf } from '../../../cli/verify/reference';

/** As Terraform writes an expression in a text. */
const expression = (text: string): string => ['$', '{', text, '}'].join('');

describe('a text of Terraform', () => {
  it('is in pieces: words as they are, and references with their steps', () => {
    const text = 'data.terraform_remote_state.management.outputs.account_ids["log-archive"]';
    expect(piecesOf(`arn:aws:iam::${expression(text)}:root`)).toEqual([
      'arn:aws:iam::',
      { text, path: ['data', 'terraform_remote_state', 'management', 'outputs', 'account_ids', 'log-archive'] },
      ':root',
    ]);
  });

  it('has steps by number', () => {
    expect(piecesOf(expression('aws_organizations_organization.it.roots[0].id'))).toMatchObject([
      { path: ['aws_organizations_organization', 'it', 'roots', 0, 'id'] },
    ]);
  });

  it('keeps what IAM and CloudFormation write in braces themselves', () => {
    const own = expression('aws:username');
    expect(piecesOf(`home/$${own}/`)).toEqual([`home/${own}/`]);
  });

  it('has no steps where it works something out', () => {
    const text = 'length(local.names) == 0';
    expect(piecesOf(expression(text))).toEqual([{ text, path: [] }]);
  });
});
