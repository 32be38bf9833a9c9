/** Text in which `${…}` is meant for AWS and not for Terraform. */
export const literal = (text: string): string => text.replaceAll('${', () => '$${');
