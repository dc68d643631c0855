/** A text from the record as a whole sentence: it ends with one full stop, whether or not its writer set one. */
export const sentence = (text: string): string => `${clause(text)}。`;

/** The same text as a part of a longer sentence. */
export const clause = (text: string): string => text.trim().replace(/[。；;，,.\s]+$/u, '');
