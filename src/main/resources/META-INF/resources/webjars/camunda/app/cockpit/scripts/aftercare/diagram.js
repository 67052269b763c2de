// What is drawn upon Cockpit's own diagram of a definition: one thing at a time.

const viewers = new Map();
let drawn = null;

// The diagram and the tabs below it come in either order, and each tells when it is there.
export function diagramIsThere(definitionId, viewer) {
  viewers.clear();
  viewers.set(definitionId, viewer);
  if (drawn?.definitionId === definitionId) {
    paint(viewer, drawn);
  }
}

export function diagramIsGone() {
  viewers.clear();
}

// marks: gives [element's id, class], once the diagram is there; notes: [element's id, text]
// owner: whoever may erase it again.
export function draw(owner, definitionId, marks, notes) {
  erase();
  drawn = { owner, definitionId, marks, notes, painted: [], overlays: [] };
  const viewer = viewers.get(definitionId);
  if (viewer) {
    paint(viewer, drawn);
  }
}

export function erase(owner = drawn?.owner) {
  if (drawn?.owner !== owner) {
    return;
  }
  const viewer = drawn && viewers.get(drawn.definitionId);
  if (viewer) {
    const canvas = viewer.get('canvas');
    drawn.painted.forEach(([id, mark]) => canvas.removeMarker(id, mark));
    drawn.overlays.forEach(overlay => viewer.get('overlays').remove(overlay));
  }
  drawn = null;
}

// Where a flow leads from one element that was passed to another, by the elements' ids.
export function flowsBetween(definitionId, passed) {
  const viewer = viewers.get(definitionId);
  return viewer
    ? viewer
        .get('elementRegistry')
        .filter(
          shape =>
            shape.type === 'bpmn:SequenceFlow' && passed.has(shape.source?.id) && passed.has(shape.target?.id)
        )
        .map(shape => shape.id)
    : [];
}

function paint(viewer, drawing) {
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  const overlays = viewer.get('overlays');
  drawing.painted = drawing.marks().filter(([id]) => registry.get(id));
  drawing.painted.forEach(([id, mark]) => canvas.addMarker(id, mark));
  drawing.overlays = drawing.notes
    .filter(([id]) => registry.get(id))
    .map(([id, text]) => {
      const note = document.createElement('span');
      note.className = 'aftercare-note';
      note.textContent = text;
      return overlays.add(id, 'aftercare', { position: { top: -12, left: -6 }, html: note });
    });
}
