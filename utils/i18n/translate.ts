/** One message, or one for each plural form of `count` that the language tells apart. */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string });
export type Catalog = Readonly<Record<string, Message>>;
export type Values = Readonly<Record<string, string | number>>;

/** Words of one catalog, by key; `{name}` in a message stands for the value of that name. */
export type Translate<Messages extends Catalog> = (key: keyof Messages & string, values?: Values) => string;

/**
 * A lookup into `catalog`. The plural form comes from `values.count` by the rules of `locale` (CLDR, through
 * `Intl.PluralRules`), and numbers are written as the locale writes them. A name without a value stays as it stands, so that a mistake is seen.
 */
export function translator<Messages extends Catalog>(catalog: Messages, locale: string): Translate<Messages> {
  let rules: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  const written = (value: string | number | undefined): string => {
    if (typeof value !== 'number') return String(value);
    numbers ??= new Intl.NumberFormat(locale);
    return numbers.format(value);
  };
  const formOf = (message: Exclude<Message, string>, count: string | number | undefined): string => {
    rules ??= new Intl.PluralRules(locale);
    return message[rules.select(Number(count))] ?? message.other;
  };
  return (key, values = {}) => {
    const message: Message | undefined = catalog[key];
    if (message === undefined) return key;
    const text = typeof message === 'string' ? message : formOf(message, values.count);
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      Object.hasOwn(values, name) ? written(values[name]) : placeholder,
    );
  };
}
