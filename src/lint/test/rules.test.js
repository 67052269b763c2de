'use strict';

const assert = require('node:assert');
const { readFileSync, readdirSync } = require('node:fs');
const { join, relative } = require('node:path');
const { test } = require('node:test');
const { CONFIG, lint } = require('../lint');
const product = require('../model/product');
const breaks = require('./breaks.json');
const choices = require('../choices.json');

const OURS = readdirSync(join(__dirname, '../rules')).map((file) => file.replace('.js', ''));

for (const file of product.files().filter((file) => file.endsWith('.bpmn'))) {
  test(`${relative(product.FOLDER, file)} keeps every rule`, async () => {
    assert.deepStrictEqual(await lint(file, readFileSync(file, 'utf8')), []);
  });
}

breaks.forEach(({ rule, file, element, replace, by }, index) => {
  test(`break ${index + 1}: ${rule} at ${element}, ${by || 'without ' + replace}`, async () => {
    const path = join(product.FOLDER, file);
    const kept = readFileSync(path, 'utf8');
    assert.ok(kept.includes(replace), `${file} has no ${replace}`);

    const findings = await lint(path, kept.replaceAll(replace, () => by));

    const found = findings.find((finding) => finding.rule === `aftercare/${rule}` && finding.id === element);
    assert.ok(found, `found instead: ${JSON.stringify(findings, null, 2)}`);
    assert.match(found.message, /\. .+\.$/, 'what is wrong, and the remedy');
  });
});

test('what is no model is said to be none', async () => {
  assert.strictEqual((await lint('no.bpmn', 'no model'))[0].rule, 'readable');
});

test('each rule of ours is set, and broken at least once', () => {
  const set = Object.entries(CONFIG.rules).filter(([name]) => name.startsWith('aftercare/'));
  assert.deepStrictEqual(set.map(([name]) => name.replace('aftercare/', '')).sort(), OURS);
  assert.deepStrictEqual([...new Set(set.map(([, level]) => level))], ['error']);
  assert.deepStrictEqual([...new Set(breaks.map(({ rule }) => rule))].sort(), OURS);
});

test("each rule of bpmnlint's own is chosen or left with a reason", () => {
  const { rules } = require('bpmnlint/config/all');
  assert.deepStrictEqual(Object.keys(choices.bpmnlint).sort(), Object.keys(rules).sort());
  for (const [rule, reason] of Object.entries(choices.bpmnlint)) {
    const left = CONFIG.rules[rule] === 'off';
    assert.match(reason, left ? /^Off: .+\.$/ : /^On: .+\.$/, rule);
  }
});
