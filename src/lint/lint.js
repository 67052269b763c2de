'use strict';

/**
 * Lints models with bpmn/.bpmnlintrc, as bpmnlint's own command does; in addition it tells the rule
 * file-name the file's name, and says the element's label beside its id.
 *
 *   npm --prefix src/lint run lint [-- files or folders]      all models without a name
 */

const { readFileSync } = require('node:fs');
const { basename, join, relative } = require('node:path');
const Linter = require('bpmnlint/lib/linter');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');
const { createScopedRequire } = require('bpmnlint/lib/resolver/helper');
const { BpmnModdle } = require('bpmn-moddle');
const product = require('./model/product');

const CONFIG = JSON.parse(readFileSync(join(product.FOLDER, '.bpmnlintrc'), 'utf8'));
const FILE_NAME = 'aftercare/file-name';

/** From here the plugin's rules and bpmnlint's are found, wherever the command is started. */
const requireHere = createScopedRequire(__dirname);

/**
 * What is wrong with a model.
 *
 * @param {string} file the name that the file has
 * @param {string} xml what is in it
 * @return {Promise<{ rule: string, id: string, name?: string, message: string }[]>}
 */
async function lint(file, xml) {
  const extensions = Object.entries(CONFIG.moddleExtensions).map(([name, path]) => [name, requireHere(path)]);
  const moddle = new BpmnModdle(Object.fromEntries(extensions));
  let read;
  try {
    read = await moddle.fromXML(xml);
  } catch (error) {
    return [{ rule: 'readable', id: '', message: error.message }];
  }
  const config = {
    ...CONFIG,
    rules: { ...CONFIG.rules, [FILE_NAME]: [CONFIG.rules[FILE_NAME], { file: basename(file, '.bpmn') }] }
  };
  const linter = new Linter({ config, resolver: new NodeResolver({ require: requireHere }) });
  const reports = await linter.lint(read.rootElement);
  return [
    ...read.warnings.map(({ message, element }) => ({ rule: 'readable', id: element?.id ?? '', message })),
    ...Object.entries(reports).flatMap(([rule, found]) =>
      found.map(({ id, elementName, message }) => ({ rule, id, name: elementName, message }))
    )
  ];
}

async function main(names) {
  const from = process.env.INIT_CWD ?? process.cwd();
  const files = product.named(names).filter((file) => file.endsWith('.bpmn'));
  let wrong = 0;
  for (const file of files) {
    for (const { rule, id, name, message } of await lint(file, readFileSync(file, 'utf8'))) {
      console.log(`${relative(from, file)}: ${id}${name ? ` "${name}"` : ''}: ${message} [${rule}]`);
      wrong++;
    }
  }
  console.log(`Models linted: ${files.length}, findings: ${wrong}.`);
  process.exitCode = wrong || !files.length ? 1 : 0;
}

if (require.main === module) {
  main(process.argv.slice(2));
}

module.exports = { CONFIG, lint };
