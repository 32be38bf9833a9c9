/** Without the capitals of ASCII. What IAM reads without them is ASCII; `toLowerCase` makes `k` of the sign for kelvin, too. */
export const withoutCapitals = (text: string): string =>
  beyondAscii.test(text) ? text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : text.toLowerCase();

const beyondAscii = /[^\0-\x7f]/;
