'use strict';

const { extensions, ofType } = require('./elements');

const TYPES = ['String', 'Integer', 'Long', 'Boolean'];
const PREFIX = 'variable.';

/** A variable as its process declares it: `variable.coverage` = `String: COVERED, REJECTED`. */
class Variable {
  constructor(name, declaration) {
    const [type, ...values] = declaration.split(/:(.*)/s);
    this.name = name;
    this.type = type.trim();
    this.values = (values[0] ?? '').split(',').map((value) => value.trim()).filter((value) => value);
  }

  hasKnownType() {
    return TYPES.includes(this.type);
  }

  accepts(value) {
    switch (this.type) {
      case 'Boolean':
        return typeof value === 'boolean';
      case 'Integer':
      case 'Long':
        return typeof value === 'number';
      case 'String':
        return typeof value === 'string' && (!this.values.length || this.values.includes(value));
      default:
        return false;
    }
  }

  toString() {
    return this.values.length ? `${this.type}: ${this.values.join(', ')}` : this.type;
  }
}

/** The variables that the executable processes of a model declare, by name. */
function declared(definitions) {
  const found = new Map();
  for (const process of ofType(definitions, 'bpmn:Process').filter((process) => process.isExecutable)) {
    for (const properties of extensions(process, 'camunda:Properties')) {
      for (const { name, value } of properties.values ?? []) {
        if (name?.startsWith(PREFIX)) {
          found.set(name.slice(PREFIX.length), new Variable(name.slice(PREFIX.length), value ?? ''));
        }
      }
    }
  }
  return found;
}

module.exports = { TYPES, declared };
