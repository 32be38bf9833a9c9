/** Without the capitals of ASCII. What IAM reads without them is ASCII; `toLowerCase` makes `k` of the sign for kelvin, too. */
export const withoutCapitals = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
