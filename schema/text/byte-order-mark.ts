/** Text without the mark that some editors of Windows put in front of it. */
export const withoutByteOrderMark = (text: string): string => text.replace(/^\ufeff/, '');
