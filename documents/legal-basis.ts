/**
 * Opens the operative sentence with what it rests on: 依照《A》第一条、第二条、《B》第三条的规定，. A law that is cited twice is named
 * once, with its articles in the order given. Without citations the sentence opens with 依法.
 */
export const byLaw = (grounds: readonly string[]): string => (grounds.length === 0 ? '依法' : `依照${citation(grounds)}的规定，`);

const citation = (grounds: readonly string[]): string => {
  const articlesOf = new Map<string, string[]>();
  for (const ground of grounds) {
    const [law, article] = splitCitation(ground);
    const articles = articlesOf.get(law) ?? [];
    if (!articles.includes(article)) articlesOf.set(law, [...articles, article]);
  }
  return [...articlesOf].map(([law, articles]) => law + articles.join('、')).join('、');
};

const splitCitation = (ground: string): [law: string, article: string] => {
  const written = /^(《[^》]+》(?:（[^）]+）)?)(第.+)$/.exec(ground);
  return [written?.[1] ?? ground, written?.[2] ?? ''];
};
