'use strict';

const assert = require('node:assert');
const { readFileSync } = require('node:fs');
const { extname, relative } = require('node:path');
const { after, before, test } = require('node:test');
const { BpmnModdle } = require('bpmn-moddle');
const { DmnModdle } = require('dmn-moddle');
const { changes } = require('./changes');
const { Browser } = require('../browser');
const product = require('../model/product');

const NEW_TEXT = 'Water the plants';

/** What Modeler reads and writes XML with. */
const READERS = {
  '.bpmn': () =>
    new BpmnModdle({
      camunda: require('camunda-bpmn-moddle/resources/camunda.json'),
      modeler: require('modeler-moddle/resources/modeler.json')
    }),
  '.dmn': () =>
    new DmnModdle({
      camunda: require('camunda-dmn-moddle/resources/camunda.json'),
      modeler: require('modeler-moddle/resources/dmn-modeler.json')
    })
};

let browser;

before(async () => {
  browser = await Browser.open();
});
after(() => browser?.close());

for (const file of product.files()) {
  const name = relative(product.FOLDER, file);
  const text = readFileSync(file, 'utf8');

  if (READERS[extname(file)]) {
    test(`${name} is read and written unchanged`, async () => {
      const moddle = READERS[extname(file)]();
      const { rootElement, warnings } = await moddle.fromXML(text);
      assert.deepStrictEqual(warnings.map(({ message }) => message), []);

      const { xml } = await moddle.toXML(rootElement, { format: true });

      assert.deepStrictEqual(changes(text, xml), []);
    });
  }

  test(`${name} is opened and saved unchanged, and one edit changes one line`, async () => {
    const { warnings, saved, edited, element } = await browser.edit(file, text, NEW_TEXT);

    assert.deepStrictEqual(warnings, []);
    assert.deepStrictEqual(changes(text, saved), [], `Modeler's own form: npm --prefix src/lint run save -- bpmn/${name}`);
    // Besides, Modeler notes that a renamed task's name has no place of its own.
    const found = changes(saved, edited).filter((line) => line !== '+        <bpmndi:BPMNLabel />');
    assert.deepStrictEqual(found.map(([sign]) => sign), ['-', '+'], `${element}:\n${found.join('\n')}`);
    assert.ok(found[1].includes(NEW_TEXT), found[1]);
  });
}
