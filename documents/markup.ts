/** Text that is markup by the author's will. Whatever else stands between the tags is only ever text. */
export interface Markup {
  readonly markup: string;
}

/** Writes markup; every inserted string is escaped, so that no name can become a tag, an attribute or an entity. */
export const markup = (parts: TemplateStringsArray, ...inserted: readonly (string | Markup | readonly Markup[])[]): Markup => ({
  markup: parts.map((part, index) => part + written(inserted[index] ?? '')).join(''),
});

const written = (value: string | Markup | readonly Markup[]): string => {
  if (typeof value === 'string') return escaped(value);
  return 'markup' in value ? value.markup : value.map((part) => part.markup).join('');
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
