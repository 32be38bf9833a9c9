import * as fc from 'fast-check';
import { capitalized, digestOf, kebabCase, pascalCase, shortened, slugOf, wildcardTest } from '../../schema/text';

describe('a wildcard pattern', () => {
  it.each([
    ['anthropic.claude-*', 'anthropic.claude-3-haiku-20240307-v1:0'],
    ['*', ''],
    ['a*c', 'ac'],
    ['(a|b)$', '(a|b)$'],
  ])('%s matches %s', (pattern, text) => {
    expect(wildcardTest(pattern)(text)).toBe(true);
  });

  it.each([
    ['anthropic.claude-*', 'anthropicXclaude-3'],
    ['a*', 'ba'],
    ['a', 'ab'],
    ['a?c', 'abc'],
    ['a', 'A'],
  ])('%s does not match %s', (pattern, text) => {
    expect(wildcardTest(pattern)(text)).toBe(false);
  });

  it('takes ? for what it is told, and letters of either case where it is told', () => {
    expect(wildcardTest('s3:?et*', { one: '.', ignoreCase: true })('S3:GetObject')).toBe(true);
    expect(wildcardTest('s3:?et*', { one: '[^*]' })('s3:*et')).toBe(false);
  });

  it('without wildcards matches itself and nothing else', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (pattern, text) => {
        fc.pre(!/[*\r\n\u2028\u2029]/.test(pattern));
        expect(wildcardTest(pattern)(text)).toBe(pattern === text);
        expect(wildcardTest(pattern)(pattern)).toBe(true);
      }),
    );
  });
});

describe('spelling', () => {
  it('capitalizes words, and joins the words of a name', () => {
    expect(capitalized('maxAge')).toBe('MaxAge');
    expect(pascalCase('bedrock-approved-models')).toBe('BedrockApprovedModels');
    expect(pascalCase('model_overview')).toBe('ModelOverview');
  });

  it('makes slugs of letters and digits, with one hyphen for all else', () => {
    expect(slugOf('R&D (Sandbox)')).toBe('r-d-sandbox');
    expect(slugOf('MachineLearning')).toBe('machinelearning');
  });

  it('keeps the words of a name apart in kebab-case', () => {
    expect(kebabCase('Workloads/MachineLearning')).toBe('workloads-machine-learning');
  });

  it('cuts a name to its length and tells apart what would be the same', () => {
    const [one, other] = ['a', 'b'].map((meaning) => shortened('x'.repeat(100), meaning, 80));
    expect(one).toMatch(/^x{71}-[0-9a-f]{8}$/);
    expect(one).not.toBe(other);
  });
});

describe('a digest', () => {
  it('has as many digits of the SHA-256 as it is asked for', () => {
    // `printf abc | sha256sum`
    expect(digestOf('abc')).toBe('ba7816bf');
    expect(digestOf('abc', 12)).toBe('ba7816bf8f01');
  });
});
