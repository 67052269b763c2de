'use strict';

const { readFileSync, readdirSync, statSync } = require('node:fs');
const { basename, extname, join, resolve } = require('node:path');

/** The folder of the product's models. */
const FOLDER = resolve(__dirname, '../../../bpmn');

/** Every model file below the folder, sorted; what is hidden is no model. */
function files(folder = FOLDER) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((file) => ['.bpmn', '.dmn', '.form'].includes(extname(file)))
    .sort();
}

/** The models that somebody names by files and folders; all, without a name. */
function named(names) {
  const from = process.env.INIT_CWD ?? process.cwd();
  const paths = names.length ? names.map((name) => resolve(from, name)) : [FOLDER];
  return paths.flatMap((path) => (statSync(path).isDirectory() ? files(path) : [path]));
}

/** The text of the model of that id; a file has its model's name, which the rule file-name sees to. */
function find(id, extension) {
  const file = files().find((file) => basename(file) === id + extension);
  return file && readFileSync(file, 'utf8');
}

/** Whether some table holds that decision; a file may hold several. */
function hasDecision(id) {
  return files()
    .filter((file) => extname(file) === '.dmn')
    .some((file) => readFileSync(file, 'utf8').includes(`<decision id="${id}"`));
}

/** The variables that another process declares. */
function variablesOf(process) {
  return new Set([...process.matchAll(/<camunda:property name="variable\.([^"]+)"/g)].map((match) => match[1]));
}

/**
 * What an element template offers for a setting. The templates are written from the code, so they
 * know what no model can tell: which delegates call a system, which groups have tasks.
 */
function offered(template, setting) {
  const file = join(FOLDER, '.camunda/element-templates', template + '.json');
  return JSON.parse(readFileSync(file, 'utf8'))
    .properties.filter((property) => property.binding.name === setting)
    .flatMap((property) => property.choices ?? [])
    .map((choice) => choice.value);
}

module.exports = { FOLDER, files, find, hasDecision, named, offered, variablesOf };
