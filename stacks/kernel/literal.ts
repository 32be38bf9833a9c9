/** Text in which `${…}` and `%{…}` are meant for AWS and not for Terraform. */
export const literal = (text: string): string => text.replace(/[$%](?=\{)/g, (sign) => sign + sign);
