import { literal } from '../../../stacks/kernel/literal';

describe('text that is meant for AWS', () => {
  it.each([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text under test
    ['arn:aws:iam::${AWS::AccountId}:role/x', 'arn:aws:iam::$${AWS::AccountId}:role/x'],
    ['PAT%{2}', 'PAT%%{2}'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text under test
    ['${a}${b}', '$${a}$${b}'],
    ['5 $ and 10 %', '5 $ and 10 %'],
  ])('is escaped for Terraform: %s', (text, escaped) => {
    expect(literal(text)).toBe(escaped);
  });
});
