'use strict';

/*
 * In the page: opens a file in the editor that Camunda Modeler has for it, and saves it as it is and
 * after one edit; what has nothing to edit is saved only.
 */

/* global BpmnModeler, DmnJS, FormEditor, DESCRIPTORS */

/** Renames a task. */
window.editProcess = (xml, text) =>
  withEditor(new BpmnModeler({ container: '#canvas', moddleExtensions: DESCRIPTORS.bpmn }), async (modeler) => {
    const warnings = await open(modeler, xml);
    const { xml: saved } = await modeler.saveXML({ format: true });
    const tasks = modeler.get('elementRegistry').filter((element) => element.businessObject.$instanceOf('bpmn:Activity'));
    const element = tasks.find((element) => element.businessObject.$instanceOf('bpmn:Task')) ?? tasks[0];
    if (!element) {
      return { warnings, saved, edited: saved };
    }
    modeler.get('modeling').updateLabel(element, text);
    const { xml: edited } = await modeler.saveXML({ format: true });
    return { warnings, saved, edited, element: element.id };
  });

/** Writes a word into the first cell of a table, once every table and the diagram has been looked at. */
window.editDecision = (xml, text) =>
  withEditor(new DmnJS({ container: '#canvas', moddleExtensions: DESCRIPTORS.dmn }), async (modeler) => {
    const warnings = await open(modeler, xml);
    for (const view of modeler.getViews()) {
      await modeler.open(view);
    }
    const { xml: saved } = await modeler.saveXML({ format: true });
    const view = modeler.getViews().find(({ type, element }) => type === 'decisionTable' && element.decisionLogic.rule?.length);
    if (!view) {
      return { warnings, saved, edited: saved };
    }
    await modeler.open(view);
    const table = modeler.getActiveViewer();
    const [row] = table.get('sheet').getRoot().rows;
    const cell = row.cells[0].businessObject;
    table.get('modeling').editCell(cell, `"${text}"`);
    const { xml: edited } = await modeler.saveXML({ format: true });
    return { warnings, saved, edited, element: cell.id };
  });

/** Renames a field. */
window.editForm = (json, text) =>
  withEditor(new FormEditor.FormEditor({ container: document.querySelector('#canvas') }), async (editor) => {
    const { warnings } = await editor.importSchema(JSON.parse(json));
    const save = () => JSON.stringify(editor.saveSchema(), null, 2);
    const saved = save();
    const { id } = editor.getSchema().components.find(({ label }) => label) ?? {};
    if (!id) {
      return { warnings: messages(warnings), saved, edited: saved };
    }
    editor.get('modeling').editFormField(editor.get('formFieldRegistry').get(id), 'label', text);
    return { warnings: messages(warnings), saved, edited: save(), element: id };
  });

async function open(modeler, xml) {
  const { warnings } = await modeler.importXML(xml);
  return messages(warnings);
}

function messages(warnings) {
  return warnings.map(({ message }) => message);
}

async function withEditor(editor, use) {
  try {
    return await use(editor);
  } finally {
    editor.destroy();
  }
}
