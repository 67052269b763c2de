'use strict';

/**
 * Reads an expression in one of the few forms that models may use, as the contract's ModelExpression
 * does with the engine's own parser:
 *
 *   name        ${flag}, ${delegate}
 *   literal     ${true}, ${'CODE'}
 *   call        ${bean.method(execution, 'text')}
 *   set         ${execution.setVariable('name', 'CODE')}
 *   key         ${execution.processBusinessKey}
 *   condition   comparisons of variables with literals, joined by and, or, not
 */

class ForbiddenExpression extends Error {}

const TOKEN = /\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(\d+(?:\.\d+)?)|([\p{L}_$][\p{L}\p{N}_$]*)|(==|!=|<=|>=|&&|\|\||[<>!(),.]))/uy;
const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=', 'eq', 'ne', 'lt', 'le', 'gt', 'ge']);
const WORDS = new Set([...COMPARISONS, 'and', 'or', 'not', 'null', 'empty', 'div', 'mod', 'instanceof']);

/** Whether the engine would evaluate that text. */
function isExpression(text) {
  return text.includes('${') || text.includes('#{');
}

/** @throws {ForbiddenExpression} if it has none of the forms above */
function parse(text) {
  const inner = /^[$#]\{(.*)\}$/s.exec(text.trim());
  if (!inner) {
    throw new ForbiddenExpression('Text and expressions are mixed.');
  }
  const reader = new Reader(tokens(inner[1]));
  const read = reader.whole();
  if (!reader.atEnd()) {
    throw new ForbiddenExpression('It computes; models compare a variable with a literal.');
  }
  return read;
}

function tokens(text) {
  const found = [];
  let end = 0;
  while (text.slice(end).trim()) {
    TOKEN.lastIndex = end;
    const match = TOKEN.exec(text);
    if (!match) {
      throw new ForbiddenExpression('It computes; models compare a variable with a literal.');
    }
    const [, string, number, word, sign] = match;
    if (string !== undefined) {
      found.push({ literal: string.slice(1, -1).replace(/\\(.)/g, '$1') });
    } else if (number !== undefined) {
      found.push({ literal: Number(number) });
    } else if (word === 'true' || word === 'false') {
      found.push({ literal: word === 'true' });
    } else {
      found.push(word !== undefined && !WORDS.has(word) ? { name: word } : { sign: word ?? sign });
    }
    end = TOKEN.lastIndex;
  }
  return found;
}

class Reader {
  constructor(tokens) {
    this.tokens = tokens;
    this.at = 0;
  }

  atEnd() {
    return this.at === this.tokens.length;
  }

  whole() {
    const [first, second] = this.tokens;
    if (this.tokens.length === 1 && first.literal !== undefined) {
      this.at++;
      return { form: 'literal', literal: first.literal };
    }
    if (this.tokens.length === 1 && first.name) {
      this.at++;
      return { form: 'name', name: first.name };
    }
    if (first?.name && second?.sign === '.') {
      return this.member();
    }
    const comparisons = [];
    this.or(comparisons);
    return { form: 'condition', comparisons };
  }

  member() {
    const target = this.next().name;
    this.next();
    const member = this.next().name;
    if (this.atEnd() && target === 'execution' && member === 'processBusinessKey') {
      return { form: 'key' };
    }
    if (!member || !this.take('(')) {
      throw new ForbiddenExpression('It reads a property of an object.');
    }
    const values = [];
    while (!this.take(')')) {
      if (values.length && !this.take(',')) {
        throw new ForbiddenExpression('An argument is neither a literal nor the name of a variable.');
      }
      const { literal, name } = this.next();
      if (literal === undefined && !name) {
        throw new ForbiddenExpression('An argument is neither a literal nor the name of a variable.');
      }
      values.push({ literal, name });
    }
    if (target !== 'execution' && target !== 'task') {
      return { form: 'call', bean: target, method: member, values };
    }
    const variable = values[0]?.literal;
    if (target === 'execution' && member === 'setVariable' && values.length === 2 && typeof variable === 'string') {
      return { form: 'set', name: variable, value: values[1] };
    }
    throw new ForbiddenExpression("The only call on an execution or task is execution.setVariable('name', literal).");
  }

  or(found) {
    do {
      this.and(found);
    } while (this.take('||') || this.take('or'));
  }

  and(found) {
    do {
      this.compared(found);
    } while (this.take('&&') || this.take('and'));
  }

  compared(found) {
    const variable = this.single(found);
    if (COMPARISONS.has(this.peek()?.sign)) {
      this.next();
      const { literal } = this.next();
      if (!variable || literal === undefined) {
        throw new ForbiddenExpression('It computes; models compare a variable with a literal.');
      }
      found[found.length - 1].literal = literal;
    }
  }

  /** The variable, if it is one alone. */
  single(found) {
    if (this.take('!') || this.take('not')) {
      this.single(found);
      return null;
    }
    if (this.take('(')) {
      this.or(found);
      if (!this.take(')')) {
        throw new ForbiddenExpression('It cannot be read.');
      }
      return null;
    }
    const { name } = this.next();
    if (!name) {
      throw new ForbiddenExpression('It computes; models compare a variable with a literal.');
    }
    found.push({ variable: name, literal: true });
    return name;
  }

  peek() {
    return this.tokens[this.at];
  }

  next() {
    return this.tokens[this.at++] ?? {};
  }

  take(sign) {
    if (this.peek()?.sign === sign) {
      this.at++;
      return true;
    }
    return false;
  }
}

/** The form of an expression, or nothing if it has none of the allowed ones. */
function read(text) {
  if (!text || !isExpression(text)) {
    return undefined;
  }
  try {
    return parse(text);
  } catch (e) {
    if (e instanceof ForbiddenExpression) {
      return undefined;
    }
    throw e;
  }
}

/** `name` of `${name}`; nothing for any other form. */
function bareName(text) {
  const found = read(text);
  return found?.form === 'name' ? found.name : undefined;
}

module.exports = { ForbiddenExpression, bareName, isExpression, parse, read };
