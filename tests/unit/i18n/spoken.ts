import { readFileSync } from 'node:fs';

/** A place in the code where a message is asked for. */
export interface Spoken {
  file: string;
  /** Keys, or with `prefix` how they begin. */
  keys: string[];
  prefix: boolean;
  /** Names of the values that go along. */
  values: string[];
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };

/** The parts of `code` from `start` to the bracket that ends it, told apart by commas outside of any bracket. */
function partsFrom(code: string, start: number): string[] {
  const parts = [''];
  const open: string[] = [];
  let quote = '';
  for (let at = start; at < code.length; at += 1) {
    const letter = code.charAt(at);
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (/['"`]/.test(letter)) quote = letter;
    else if (CLOSING[letter] !== undefined) open.push(CLOSING[letter]);
    else if (letter === open.at(-1)) open.pop();
    else if (/[)}\]]/.test(letter)) break;
    else if (letter === ',' && open.length === 0) {
      parts.push('');
      continue;
    }
    parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** The keys that an expression may come to: a text, a choice between texts, or the beginning of a template. */
function keysIn(expression: string): Pick<Spoken, 'keys' | 'prefix'> | undefined {
  const template = /^`(\w+)\$\{/.exec(expression);
  if (template?.[1] !== undefined) return { keys: [template[1]], prefix: true };
  const choices = expression.startsWith("'") ? expression : expression.slice(expression.indexOf('?'));
  const keys = [...choices.matchAll(/'(\w+)'/g)].map(([, key = '']) => key);
  return keys.length === 0 ? undefined : { keys, prefix: false };
}

/** Every call of `t(…)`, or `feeling(…)`, in a file whose key can be read from the code. */
export function spokenIn(file: string): Spoken[] {
  const code = readFileSync(file, 'utf8');
  return [...code.matchAll(/\b(?:t|feeling)\(/g)].flatMap(({ index, 0: call }) => {
    const [key = '', values = ''] = partsFrom(code, index + call.length);
    const found = keysIn(key);
    if (found === undefined) return [];
    const named = values.startsWith('{') ? partsFrom(values, 1) : [];
    return [{ file, ...found, values: named.map((part) => part.split(':', 1)[0] ?? '').toSorted() }];
  });
}
