/** The doc comment of a file, which is a sentence and ends nothing but itself. */
export function comment(sentence: string): string {
  const text = sentence.trim().replaceAll('*/', '* /');
  return `/** ${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'} */`;
}
